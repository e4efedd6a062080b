package dev.unhang.hosts.survey;

import dev.unhang.config.boot.LinkFiles;
import dev.unhang.config.boot.NameAtBoot;
import dev.unhang.config.boot.NicIdentity;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.SurveyedNic;
import java.util.List;
import java.util.Optional;

/// Names that a NIC had, or will have, and doesn't have now. It is known by them from its
/// alternative names, from changes on record, which know its PCI function, from the names that udev
/// noted for it, and from the link file that will rename it.
///
/// Man: systemd.net-naming-scheme(7), "ID_NET_NAME_ONBOARD"
public final class FormerNames {
  private static final HostPath DEVICES = new HostPath("/sys/bus/pci/devices");
  private static final HostPath UDEV = new HostPath("/run/udev/data");
  private static final String PROPERTY = "E:ID_NET_NAME";

  private FormerNames() {}

  /// How a NIC is called now.
  ///
  /// @param words what became of the name that was asked for: `eno1 is now nic0`
  public record Found(InterfaceName now, String words) {}

  /// The NIC that is meant by a name that no NIC has; empty where nothing tells.
  ///
  /// @param changes on record
  public static Optional<Found> of(HostView host, InterfaceName asked, List<Change> changes) {
    return alternative(host, asked)
        .or(() -> onRecord(host, asked, changes))
        .or(() -> noted(host, asked))
        .map(now -> new Found(now, asked + " is now " + now))
        .or(() -> future(host, asked));
  }

  private static List<Link> links(HostView host) {
    return host.kernel().ask(new Links()).known().orElse(List.of());
  }

  private static Optional<InterfaceName> alternative(HostView host, InterfaceName asked) {
    return links(host).stream()
        .filter(link -> link.alternativeNames().contains(asked.value()))
        .map(Link::name)
        .findFirst();
  }

  private static Optional<InterfaceName> onRecord(
      HostView host, InterfaceName asked, List<Change> changes) {
    return changes.stream()
        .filter(change -> change.nic().equals(asked))
        .flatMap(change -> change.pci().stream())
        .distinct()
        .flatMap(
            device -> host.list(DEVICES.resolve(device.value()).resolve("net")).known().stream())
        .filter(names -> names.size() == 1)
        .flatMap(names -> InterfaceName.parse(names.getFirst()).stream())
        .findFirst();
  }

  /// udev notes which names it could have given, whichever it gave.
  private static Optional<InterfaceName> noted(HostView host, InterfaceName asked) {
    return links(host).stream()
        .filter(link -> isNoted(host, link, asked))
        .map(Link::name)
        .findFirst();
  }

  private static boolean isNoted(HostView host, Link link, InterfaceName asked) {
    return host.read(UDEV.resolve("n" + link.index()))
        .known()
        .map(Content::utf8)
        .orElse("")
        .lines()
        .anyMatch(line -> line.startsWith(PROPERTY) && line.endsWith("=" + asked));
  }

  private static Optional<Found> future(HostView host, InterfaceName asked) {
    LinkFiles files = LinkFiles.read(host);
    for (SurveyedNic nic : Survey.read(host, List.of()).nics()) {
      LinkIdentity identity = NicIdentity.of(nic);
      Optional<NameAtBoot> later =
          NameAtBoot.of(files, identity).filter(found -> found.name().equals(asked));
      if (later.isPresent()) {
        return Optional.of(
            new Found(
                nic.name(),
                nic.name()
                    + " is called "
                    + asked
                    + " from the next boot on, as "
                    + later.get().place()
                    + " says"));
      }
    }
    return Optional.empty();
  }
}
