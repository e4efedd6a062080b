package dev.unhang.config.boot;

import dev.unhang.config.ethtool.EthtoolCommands;
import dev.unhang.config.ethtool.OffloadSwitch;
import dev.unhang.config.lines.RawLines;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.config.shell.Assignment;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Setting.AtBoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Files of Red Hat's network scripts, which NetworkManager read for a while too.
///
/// RHEL: /usr/share/doc/initscripts/sysconfig.txt, "ifcfg-<interface-name>"
///
/// @param runner who brings interfaces up at boot from them
/// @param troubles what could not be read
public record IfcfgFiles(List<IfcfgFile> files, Runner runner, List<Trouble> troubles) {
  private static final HostPath FOLDER = new HostPath("/etc/sysconfig/network-scripts");
  private static final String PREFIX = "ifcfg-";

  /// Files that the network scripts, or NetworkManager's plugin, pass over.
  ///
  /// initscripts: network-functions, __sed_discard_ignored_files; NetworkManager:
  /// nms-ifcfg-rh-utils.c, utils_should_ignore_file()
  private static final List<String> LEFT_OUT =
      List.of(
          "~",
          ".bak",
          ".old",
          ".orig",
          ".rej",
          ".rpmnew",
          ".rpmorig",
          ".rpmsave",
          ".augnew",
          ".augtmp");

  private static final HostPath PLUGIN =
      new HostPath("/usr/lib64/NetworkManager/libnm-settings-plugin-ifcfg-rh.so");

  public IfcfgFiles {
    files = List.copyOf(files);
    troubles = List.copyOf(troubles);
  }

  /// Who reads the files at boot.
  public enum Runner {
    /// The network scripts themselves.
    NETWORK_SCRIPTS,
    /// NetworkManager, with its plugin for them.
    NETWORK_MANAGER,
    NONE
  }

  /// One file.
  ///
  /// @param name behind `ifcfg-`
  public record IfcfgFile(String name, HostPath path, RawLines lines) {
    /// A variable's value without quotes.
    public Optional<String> value(String variable) {
      return Assignment.last(lines, variable).map(Assignment::value);
    }

    /// Whether it is for a NIC: it names the interface, or its address, and makes nothing else of
    /// it. Where the NIC's address is not known its name has to do.
    public boolean isFor(LinkIdentity nic) {
      String device = value("DEVICE").filter(text -> !text.isEmpty()).orElse(name);
      Optional<String> address = value("HWADDR").map(text -> text.toLowerCase(Locale.ROOT));
      if (isOfAnotherKind(device)) {
        return false;
      }
      return address.isPresent() && nic.mac().isPresent()
          ? nic.mac().equals(address)
          : nic.isCalled(device);
    }

    private boolean isOfAnotherKind(String device) {
      return value("VLAN").filter(text -> text.equalsIgnoreCase("yes")).isPresent()
          || value("TYPE").filter(text -> !text.equalsIgnoreCase("Ethernet")).isPresent()
          || device.indexOf('.') >= 0
          || device.indexOf(':') >= 0;
    }

    /// Whether `${DEVICE}` is set to the NIC's name when a line is read: a shell reads the file
    /// from its top, and what it sets later, or the network scripts themselves, comes too late.
    ///
    /// @param index of the line
    public boolean setsDeviceBefore(int index) {
      return Assignment.of(lines, "DEVICE").stream()
          .anyMatch(line -> line.index() < index && line.isPlain() && !line.value().isEmpty());
    }

    /// Whether it is brought up at boot.
    public boolean isOnBoot() {
      return value("ONBOOT").map(text -> text.equalsIgnoreCase("yes")).orElse(true);
    }
  }

  /// Reads them all.
  public static IfcfgFiles read(HostView host) {
    List<String> names =
        host.list(FOLDER).known().orElse(List.of()).stream()
            .filter(name -> name.startsWith(PREFIX) && LEFT_OUT.stream().noneMatch(name::endsWith))
            .toList();
    List<IfcfgFile> files = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    for (String name : names) {
      HostPath path = FOLDER.resolve(name);
      Optional<Content> content = host.read(path).known();
      content.ifPresentOrElse(
          found ->
              files.add(new IfcfgFile(name.substring(PREFIX.length()), path, RawLines.of(found))),
          () ->
              troubles.add(
                  new Trouble(new Place.Whole(new Origin(path.value())), "it was not read")));
    }
    return new IfcfgFiles(files, runner(host), troubles);
  }

  private static Runner runner(HostView host) {
    boolean scripts =
        host.list(new HostPath("/etc/rc.d/rc3.d")).known().orElse(List.of()).stream()
            .anyMatch(name -> name.startsWith("S") && name.endsWith("network"));
    if (scripts) {
      return Runner.NETWORK_SCRIPTS;
    }
    boolean manager =
        EnabledUnits.read(host)
            .map(units -> units.contains("NetworkManager.service"))
            .orElse(false);
    return manager && host.attributes(PLUGIN).known().isPresent()
        ? Runner.NETWORK_MANAGER
        : Runner.NONE;
  }

  /// What a NIC gets.
  List<Setting> of(LinkIdentity nic) {
    List<Setting> settings = new ArrayList<>();
    for (IfcfgFile file : files.stream().filter(each -> each.isFor(nic)).toList()) {
      Optional<Assignment> options = Assignment.last(file.lines(), "ETHTOOL_OPTS");
      for (OffloadSwitch each : options.map(line -> switches(line, nic)).orElse(List.of())) {
        settings.add(setting(file, options.get(), each));
      }
    }
    return settings;
  }

  private static List<OffloadSwitch> switches(Assignment options, LinkIdentity nic) {
    List<OffloadSwitch> switches = new ArrayList<>();
    String text = options.value().replace("${DEVICE}", nic.name()).replace("$DEVICE", nic.name());
    for (String group : text.split(";")) {
      EthtoolCommands.of("ethtool " + group.strip())
          .forEach(found -> switches.addAll(found.switches()));
    }
    return switches.stream().filter(each -> nic.isCalled(each.nic())).toList();
  }

  private Setting setting(IfcfgFile file, Assignment options, OffloadSwitch each) {
    boolean named = options.value().indexOf("DEVICE") < 0 || file.setsDeviceBefore(options.index());
    boolean runs = runner != Runner.NONE && file.isOnBoot() && named;
    return new Setting(
        each.group(),
        each.feature(),
        each.on(),
        Keeper.IFCFG,
        new Place.Line(new Origin(file.path().value()), options.index() + 1L),
        file.lines().text(options.index()).strip(),
        AtBoot.of(runs),
        named ? runBy(file) : "DEVICE is not set yet where the line stands, so ${DEVICE} is empty");
  }

  /// Who runs a file at boot, or why none does.
  public String runBy(IfcfgFile file) {
    if (!file.isOnBoot()) {
      return file.path() + " says ONBOOT=no";
    }
    return switch (runner) {
      case NETWORK_SCRIPTS -> "the network service brings up " + file.name() + " at boot";
      case NETWORK_MANAGER -> "NetworkManager brings up " + file.name() + " at boot";
      case NONE -> "neither the network service nor NetworkManager with ifcfg-rh is enabled";
    };
  }
}
