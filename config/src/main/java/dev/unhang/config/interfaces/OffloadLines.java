package dev.unhang.config.interfaces;

import dev.unhang.config.ethtool.EthtoolCommands;
import dev.unhang.config.ethtool.FlagSwitch;
import dev.unhang.config.ethtool.OffloadSwitch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an option of a stanza switches on NICs: a command line that calls ethtool, ifupdown2's
/// `tso-offload`, Debian ethtool's `offload-tso`.
///
/// Man: ethtool(8), "-K --features --offload"; ifupdown2: addons/ethtool.py; Debian ethtool:
/// /etc/network/if-up.d/ethtool
public final class OffloadLines {
  private static final Set<String> COMMAND_OPTIONS =
      Set.of("post-up", "up", "pre-up", "post-pre-up");
  private static final Pattern KEY =
      Pattern.compile("(?:(?<addon>[a-z]+)-offload|offload-(?<debian>[a-z0-9]+))");

  private OffloadLines() {}

  /// Who has to be there for an option to do anything.
  public enum Form {
    /// The shell, and ethtool.
    COMMAND,
    /// ifupdown2 with its own addon.
    IFUPDOWN2_KEY,
    /// The hook that Debian's ethtool brings.
    HOOK_KEY
  }

  /// What an option does.
  ///
  /// @param program as a command calls ethtool; empty for keys
  public record Lines(Form form, Optional<String> program, List<OffloadSwitch> switches) {
    public Lines {
      switches = List.copyOf(switches);
    }
  }

  /// What the option switches on one NIC; empty for any other option.
  ///
  /// @param owner the interface whose stanza the option is in
  public static List<OffloadSwitch> of(Option option, String owner, String nic) {
    return of(option, owner).stream()
        .flatMap(lines -> lines.switches().stream())
        .filter(each -> each.nic().equals(nic))
        .toList();
  }

  /// What the option switches, on whatever interface.
  ///
  /// @param owner the interface whose stanza the option is in
  public static List<Lines> of(Option option, String owner) {
    if (COMMAND_OPTIONS.contains(option.name())) {
      return EthtoolCommands.of(option.value()).stream()
          .map(found ->
              new Lines(
                  Form.COMMAND,
                  Optional.of(found.program()),
                  found.switches().stream().map(each -> named(each, owner)).toList()))
          .toList();
    }
    Matcher key = KEY.matcher(option.name().replace('_', '-'));
    if (!key.matches()) {
      return List.of();
    }
    boolean addon = key.group("addon") != null;
    String name = addon ? key.group("addon") : key.group("debian");
    Form form = addon ? Form.IFUPDOWN2_KEY : Form.HOOK_KEY;
    return EthtoolCommands.value(option.value())
        .flatMap(on -> OffloadSwitch.of(owner, name, on))
        .map(each -> List.of(new Lines(form, Optional.empty(), List.of(each))))
        .orElse(List.of());
  }

  /// The private flags that the option sets, on whatever interface.
  ///
  /// @param owner the interface whose stanza the option is in
  public static List<FlagSwitch> flags(Option option, String owner) {
    return COMMAND_OPTIONS.contains(option.name())
        ? FlagSwitch.of(option.value()).stream()
            .map(each -> isOwn(each.nic()) ? each.on(owner) : each)
            .toList()
        : List.of();
  }

  private static boolean isOwn(String nic) {
    return nic.equals("$IFACE") || nic.equals("${IFACE}");
  }

  private static OffloadSwitch named(OffloadSwitch found, String owner) {
    return isOwn(found.nic())
        ? new OffloadSwitch(owner, found.group(), found.feature(), found.on())
        : found;
  }
}
