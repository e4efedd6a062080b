package dev.unhang.repair.persist;

import dev.unhang.config.boot.LinkFiles;
import dev.unhang.config.boot.NicIdentity;
import dev.unhang.config.ini.IniFile;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// NixOS makes all files below /etc from its configuration: the options are printed, and nothing is
/// written.
///
/// NixOS: options systemd.network.links.<name>.{matchConfig,linkConfig}
public final class NixosOptions implements Persistence {
  private static final String MARK = "/etc/NIXOS";

  private final HostView host;

  public NixosOptions(HostView host) {
    this.host = host;
  }

  /// Whether a host is one.
  public static boolean is(HostView host) {
    return new Programs(host).exists(MARK);
  }

  /// The name that the printed options give to the NIC's link file, without its ending.
  static String link(NicMark mark) {
    return "70-unhang-" + mark.slug();
  }

  @Override
  public String name() {
    return "nixos";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.empty();
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    return is(host) ? Optional.of("NixOS makes the host's configuration") : Optional.empty();
  }

  /// Each value as an option; the link file in force stands in the same block, since the new one
  /// takes its place.
  @Override
  public Kept keep(Wanted wanted) {
    List<LinkKeys.Key> keys = new LinkKeys(Version.ofSystemd(host), wanted.nicName()).of(wanted);
    NicMark mark = NicMark.of(wanted.nic());
    LinkFiles.InForce force = LinkFiles.read(host).inForce(NicIdentity.of(wanted.nic().seen()));
    if (force.file().isEmpty()) {
      throw new CannotChange(
          "keep values at boot",
          wanted.nicName(),
          "the link file in force was not found, so what names the NIC now would be lost"
              + force.doubt().map(why -> " (" + why + ")").orElse(""),
          "see: udevadm info -q property --property=ID_NET_LINK_FILE /sys/class/net/"
              + wanted.nicName());
    }
    List<String> lines = new ArrayList<>();
    lines.add("put this into the configuration, then: nixos-rebuild switch");
    lines.add("systemd.network.links.\"" + link(mark) + "\" = {");
    lines.add(
        mark.address()
            .map(address -> "  matchConfig.PermanentMACAddress = \"" + address + "\";")
            .or(() -> mark.function().map(pci -> "  matchConfig.Path = \"pci-" + pci + "\";"))
            .orElseThrow(mark::unknown));
    lines.add("  linkConfig = {");
    for (IniFile.Entry entry : force.file().get().file().section("Link")) {
      if (keys.stream().noneMatch(key -> key.name().equals(entry.key()))) {
        lines.add("    " + entry.key() + " = \"" + escaped(entry.value()) + "\";");
      }
    }
    keys.stream()
        .filter(key -> key.section().equals("Link"))
        .forEach(key -> lines.add("    " + key.name() + " = " + word(key.value()) + ";"));
    lines.add("  };");
    keys.stream()
        .filter(key -> !key.section().equals("Link"))
        .forEach(key ->
            lines.add(
                "  extraConfig = \"["
                    + key.section()
                    + "]\\n"
                    + key.name()
                    + "="
                    + key.value()
                    + "\";"));
    lines.add("};");
    return new Kept.ByHand(String.join("\n", lines));
  }

  private static String word(String value) {
    return switch (value) {
      case "yes" -> "true";
      case "no" -> "false";
      default -> "\"" + escaped(value) + "\"";
    };
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${");
  }

  @Override
  public String runBy(NicFacts nic) {
    return "udev applies it once the configuration was rebuilt";
  }
}
