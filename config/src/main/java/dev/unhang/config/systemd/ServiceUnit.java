package dev.unhang.config.systemd;

import dev.unhang.config.ethtool.EthtoolCommands;
import dev.unhang.config.ethtool.OffloadSwitch;
import dev.unhang.config.ini.IniFile;
import dev.unhang.config.ini.IniFile.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service's unit: what it switches with ethtool when it is started. Scripts it calls are not
/// read.
///
/// Man: systemd.service(5), "ExecStart="; systemd.unit(5), "SPECIFIERS"
///
/// @param instance what stands for `%i`; empty for a service without instances
public record ServiceUnit(String instance, IniFile file) {
  private static final Set<String> STARTS = Set.of("ExecStartPre", "ExecStart", "ExecStartPost");

  /// Marks before a program's path.
  private static final Pattern MARKS = Pattern.compile("^[-@:+!|]{1,5}");

  /// A shell with the command it is given, which ends with the line or with the same quote.
  private static final Pattern SHELL =
      Pattern.compile("^(?:/usr)?/bin/(?:ba|da)?sh -[a-z]{0,3}c (['\"])([^'\"]*)\\1?$");

  /// A loop over the interfaces of one PCI function, as unhang writes it.
  private static final Pattern OF_FUNCTION =
      Pattern.compile(
          "^cd /sys/bus/pci/devices/([0-9a-f.:]{1,20})/net && for nic in \\*; do (.*); done$");

  /// A command that switches an offload.
  ///
  /// @param program as it calls ethtool
  public record Switched(Entry entry, String program, OffloadSwitch what) {}

  /// What it switches, on whatever interface.
  public List<Switched> switches() {
    List<Switched> switches = new ArrayList<>();
    for (Entry entry : file.section("Service")) {
      if (STARTS.contains(entry.key())) {
        for (EthtoolCommands.Found found : EthtoolCommands.of(command(entry.value()))) {
          found
              .switches()
              .forEach(what -> switches.add(new Switched(entry, found.program(), what)));
        }
      }
    }
    return switches;
  }

  private String command(String value) {
    String command = MARKS.matcher(value).replaceFirst("");
    String inner = SHELL.matcher(command).replaceFirst("$2");
    Matcher loop = OF_FUNCTION.matcher(inner);
    return loop.matches()
        ? loop.group(2).replace("$$nic", "pci-" + loop.group(1))
        : inner.replace("%i", instance).replace("%I", instance);
  }
}
