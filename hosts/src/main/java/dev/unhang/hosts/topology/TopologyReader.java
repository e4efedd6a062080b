package dev.unhang.hosts.topology;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Addresses;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.Routes;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.Route;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.List;

/// Who sits on whom: what the kernel says, what the configuration says, and where they disagree. Of
/// a host that doesn't run, what its configuration would make.
public final class TopologyReader {
  private TopologyReader() {}

  /// Reads the host. Nothing is changed.
  public static Topology read(HostView host) {
    Parts parts = new Parts();
    Reading<List<Link>> links = host.kernel().ask(new Links());
    List<Link> known = links.known().orElse(List.of());
    boolean live = links.known().isPresent();
    // ifconfig lists interfaces and nothing of who belongs to whom: then the configuration tells.
    boolean stacked = live && known.stream().anyMatch(link -> link.index() >= 0);
    LiveLinks.add(known, parts);
    OpenVswitch.add(host, known.stream().map(link -> link.name().value()).toList(), parts);
    Reading<Interfaces> files = InterfacesSource.read(host);
    Interfaces interfaces = files.known().orElse(new Interfaces(List.of(), List.of()));
    ConfiguredLinks.add(interfaces, InterfacesSource.ifupdown(host), parts);
    if (!live) {
      OtherConfigurations.add(host, parts);
    }
    Guests.add(host, parts, live);
    notRead(links, "kernel, links", parts);
    if (!live) {
      notRead(files, InterfacesSource.MAIN.value(), parts);
    }
    List<Joint> joints = stacked ? inForce(parts) : parts.joints();
    List<Element> elements = stacked ? inForce(parts.elements()) : parts.elements();
    return new Topology(
        elements,
        Orientation.of(elements, joints),
        uses(host, known),
        stacked ? Disagreements.of(parts, interfaces) : List.of(),
        parts.unread());
  }

  /// What the kernel has; whether configuration says it too is kept.
  private static List<Joint> inForce(Parts parts) {
    List<Joint> joints = new ArrayList<>();
    for (Joint joint : parts.joints()) {
      boolean isLive = joint.basis() != Basis.CONFIGURED;
      if (isLive || parts.joints().stream().anyMatch(other -> isLiveToo(other, joint))) {
        joints.add(joint);
      }
    }
    return joints;
  }

  private static boolean isLiveToo(Joint other, Joint joint) {
    return other.basis() != Basis.CONFIGURED && other.isSameAs(joint);
  }

  private static List<Element> inForce(List<Element> elements) {
    return elements.stream().filter(element -> element.basis() != Basis.CONFIGURED).toList();
  }

  private static List<Use> uses(HostView host, List<Link> links) {
    List<InterfaceAddress> addresses = host.kernel().ask(new Addresses()).known().orElse(List.of());
    List<Route> routes = host.kernel().ask(new Routes()).known().orElse(List.of());
    Ways ways = new Ways(links, addresses, routes);
    List<Use> uses = new ArrayList<>(HostUses.of(addresses, routes, ways));
    LoginWay.of(host, ways).ifPresent(uses::add);
    uses.addAll(ClusterLinks.of(host, ways));
    uses.addAll(StoragePeers.of(host, ways));
    return uses;
  }

  /// A host that doesn't run has no kernel to ask, which is no gap.
  private static void notRead(Reading<?> reading, String what, Parts parts) {
    boolean notOffered =
        reading instanceof Reading.Absent<?> absent && absent.why() == WhyAbsent.NOT_OFFERED;
    if (!notOffered) {
      reading
          .whyNot()
          .ifPresent(why -> parts.addUnread(new Trouble(new Place.Whole(new Origin(what)), why)));
    }
  }
}
