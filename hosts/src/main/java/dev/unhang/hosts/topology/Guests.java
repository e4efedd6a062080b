package dev.unhang.hosts.topology;

import dev.unhang.config.libvirt.Domain;
import dev.unhang.config.proxmox.GuestConfig;
import dev.unhang.config.proxmox.GuestConfig.GuestNic;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.GuestPort;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The guests of a host: those with an interface here, by its name, and those that Proxmox VE's or
/// libvirt's files describe.
///
/// On a live host only guests that run are part of the picture; of a disk, all that are configured.
/// A guest that doesn't run there, and couldn't, since its bridge is missing, is a disagreement.
final class Guests {
  private static final HostPath PVE = new HostPath("/etc/pve");
  private static final List<String> GUEST_FOLDERS = List.of("qemu-server", "lxc");
  private static final HostPath DOMAINS = new HostPath("/etc/libvirt/qemu");
  private static final HostPath RUNNING_DOMAINS = new HostPath("/run/libvirt/qemu");

  /// More than a host can run.
  private static final int MAX_GUESTS = 10_000;

  private static final String CONF = ".conf";
  private static final String XML = ".xml";

  private final HostView host;
  private final Parts parts;
  private final boolean live;

  private Guests(HostView host, Parts parts, boolean live) {
    this.host = host;
    this.parts = parts;
    this.live = live;
  }

  /// @param live whether the links in `parts` are the running kernel's
  static void add(HostView host, Parts parts, boolean live) {
    Guests guests = new Guests(host, parts, live);
    guests.byPortName();
    guests.proxmox();
    guests.libvirt(RUNNING_DOMAINS);
    if (!live) {
      guests.libvirt(DOMAINS);
    }
  }

  private void byPortName() {
    for (Element port : parts.elements()) {
      GuestPort.own(port.name())
          .ifPresent(id -> leads(port.name(), "guest " + id, Basis.LIVE, Optional.empty()));
    }
  }

  private void leads(String port, String guest, Basis basis, Optional<String> label) {
    parts.add(new Element(guest, ElementKind.GUEST, label, Optional.empty(), basis));
    parts.add(new Joint(port, guest, Joint.Kind.LEADS_TO, basis, Optional.empty()));
  }

  private void proxmox() {
    Reading<List<String>> folders = host.list(PVE);
    if (folders instanceof Reading.Absent<?> absent && absent.why() == WhyAbsent.NOT_OFFERED) {
      return;
    }
    folders.whyNot().ifPresent(why -> unread(PVE, why));
    List<String> listed = folders.known().orElse(List.of());
    List<String> kinds = GUEST_FOLDERS.stream().filter(listed::contains).toList();
    if (folders.known().isPresent() && kinds.isEmpty()) {
      unread(PVE, "the cluster file system is not mounted there, so guests have no names");
    }
    for (String kind : kinds) {
      HostPath folder = PVE.resolve(kind);
      Reading<List<String>> names = host.list(folder);
      names.whyNot().ifPresent(why -> unread(folder, why));
      for (String name : bounded(names.known().orElse(List.of()), CONF)) {
        guestFile(folder.resolve(name), name.substring(0, name.length() - CONF.length()));
      }
    }
  }

  private static List<String> bounded(List<String> names, String ending) {
    return names.stream().filter(name -> name.endsWith(ending)).limit(MAX_GUESTS).toList();
  }

  private void guestFile(HostPath file, String id) {
    String guest = "guest " + id;
    Reading<Content> text = host.read(file);
    text.whyNot().ifPresent(why -> unread(file, why));
    if (text.known().isEmpty()) {
      return;
    }
    GuestConfig config = GuestConfig.parse(text.known().get().utf8());
    boolean runs = live && parts.element(guest).isPresent();
    List<String> bridges =
        bridgesOf(config).stream().filter(bridge -> !live || !runs && !isLive(bridge)).toList();
    if (runs || !live || !bridges.isEmpty()) {
      parts.add(
          new Element(guest, ElementKind.GUEST, config.name(), Optional.empty(), Basis.CONFIGURED));
    }
    if (!runs) {
      Place place = new Place.Whole(new Origin(file.value()));
      bridges.forEach(bridge -> configured(bridge, guest, place));
    } else {
      config.nics().forEach(nic -> portsBridge(nic, id, file));
    }
  }

  private boolean isLive(String name) {
    return parts.element(name).filter(each -> each.basis() != Basis.CONFIGURED).isPresent();
  }

  private static List<String> bridgesOf(GuestConfig config) {
    return config.nics().stream()
        .flatMap(nic -> nic.bridge().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private void configured(String bridge, String guest, Place place) {
    parts.add(
        new Element(
            bridge, ElementKind.BRIDGE, Optional.empty(), Optional.empty(), Basis.CONFIGURED));
    parts.add(Joint.configured(bridge, guest, Joint.Kind.LEADS_TO, place));
  }

  /// Which bridge a running guest's port is to be in: with a firewall the port on the bridge is the
  /// cable's.
  private void portsBridge(GuestNic nic, String id, HostPath file) {
    List<String> own = List.of("tap" + id + "i" + nic.number(), "veth" + id + "i" + nic.number());
    String cable = "fwpr" + id + "p" + nic.number();
    TreeSet<String> ports = new TreeSet<>();
    if (parts.element(cable).isPresent()) {
      ports.add(cable);
    } else {
      own.stream().filter(port -> parts.element(port).isPresent()).forEach(ports::add);
    }
    Place place = new Place.Whole(new Origin(file.value()));
    nic.bridge()
        .ifPresent(bridge ->
            ports.forEach(
                port -> parts.add(Joint.configured(port, bridge, Joint.Kind.MEMBER, place))));
  }

  private void libvirt(HostPath folder) {
    for (String name : bounded(host.list(folder).known().orElse(List.of()), XML)) {
      HostPath file = folder.resolve(name);
      Reading<Content> text = host.read(file);
      text.whyNot().ifPresent(why -> unread(file, why));
      text.known().map(Domain::parse).ifPresent(domain -> domain(domain, file));
    }
  }

  private void domain(Domain domain, HostPath file) {
    Place place = new Place.Whole(new Origin(file.value()));
    if (domain.name().isEmpty()) {
      parts.addUnread(new Trouble(place, "is no domain with a name"));
      return;
    }
    String guest = "guest " + domain.name().get();
    for (Domain.Port port : domain.ports()) {
      Optional<String> device = port.device().filter(name -> parts.element(name).isPresent());
      if (device.isPresent()) {
        leads(device.get(), guest, Basis.BOTH, Optional.empty());
      } else if (!live) {
        port.bridge()
            .or(port::lower)
            .ifPresent(lower -> {
              parts.add(
                  new Element(
                      guest,
                      ElementKind.GUEST,
                      Optional.empty(),
                      Optional.empty(),
                      Basis.CONFIGURED));
              configured(lower, guest, place);
            });
      }
    }
  }

  private void unread(HostPath path, String why) {
    parts.addUnread(new Trouble(new Place.Whole(new Origin(path.value())), why));
  }
}
