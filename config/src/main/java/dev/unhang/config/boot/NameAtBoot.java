package dev.unhang.config.boot;

import dev.unhang.config.ini.IniFile;
import dev.unhang.config.networkd.LinkFile;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import java.util.Optional;

/// The name that a link file gives a NIC when it next appears, where that is another one than it
/// has: Proxmox VE's pinning tool and its installer write such files.
///
/// Man: systemd.link(5), "Name=": it counts where `NamePolicy=` is not set or empty
///
/// @param place the line that says so
public record NameAtBoot(InterfaceName name, Place place, String text) {
  private static final String SECTION = "Link";

  /// Empty where it keeps its name, or where it can't be said which file is in force.
  public static Optional<NameAtBoot> of(HostView host, LinkIdentity nic) {
    return of(LinkFiles.read(host), nic);
  }

  public static Optional<NameAtBoot> of(LinkFiles files, LinkIdentity nic) {
    return files.inForce(nic).file().filter(file -> !hasPolicy(file)).stream()
        .flatMap(file -> file.file().last(SECTION, "Name").stream())
        .flatMap(entry -> named(entry, nic).stream())
        .findFirst();
  }

  private static boolean hasPolicy(LinkFile file) {
    return file.file()
        .last(SECTION, "NamePolicy")
        .filter(entry -> !entry.value().isEmpty())
        .isPresent();
  }

  private static Optional<NameAtBoot> named(IniFile.Entry entry, LinkIdentity nic) {
    return InterfaceName.parse(entry.value())
        .filter(name -> !name.value().equals(nic.name()))
        .map(name ->
            new NameAtBoot(
                name,
                new Place.Line(new Origin(entry.path().value()), entry.line()),
                entry.text()));
  }
}
