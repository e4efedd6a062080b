package dev.unhang.hosts.topology;

import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the running kernel and the configuration say different things.
///
/// What is configured and not there counts only where a program is to make it at boot. What is
/// there and not configured counts only for members of what interfaces(5) describes, and never for
/// a guest's port: those are made when the guest starts.
final class Disagreements {
  private final Parts parts;
  private final Interfaces interfaces;

  private Disagreements(Parts parts, Interfaces interfaces) {
    this.parts = parts;
    this.interfaces = interfaces;
  }

  static List<Trouble> of(Parts parts, Interfaces interfaces) {
    Disagreements found = new Disagreements(parts, interfaces);
    List<Trouble> all = new ArrayList<>();
    for (Joint joint : parts.joints()) {
      if (joint.basis() == Basis.CONFIGURED) {
        found.notLive(joint).ifPresent(all::add);
      } else {
        found.notConfigured(joint).ifPresent(all::add);
      }
    }
    return all;
  }

  private boolean isSaidToo(Joint joint) {
    return parts.joints().stream()
        .anyMatch(other -> other.basis() != joint.basis() && other.isSameAs(joint));
  }

  private boolean isLive(String name) {
    return parts.element(name).filter(each -> each.basis() != Basis.CONFIGURED).isPresent();
  }

  private Optional<Trouble> notLive(Joint joint) {
    boolean isGuests = parts.element(joint.one()).filter(Disagreements::isGuests).isPresent();
    boolean raised = isGuests || isAuto(joint.one()) || isAuto(joint.other());
    if (joint.kind() == Joint.Kind.LEADS_TO) {
      return hasNoBridge(joint);
    }
    if (isSaidToo(joint) || !raised) {
      return Optional.empty();
    }
    String now =
        !isLive(joint.one())
            ? "there is no interface " + joint.one()
            : !isLive(joint.other()) ? "there is no interface " + joint.other() : now(joint);
    return joint.place().map(place -> new Trouble(place, words(joint) + ", but " + now));
  }

  private Optional<Trouble> hasNoBridge(Joint joint) {
    String name =
        parts
            .element(joint.other())
            .flatMap(Element::label)
            .map(label -> " (" + label + ")")
            .orElse("");
    return isLive(joint.one())
        ? Optional.empty()
        : joint
            .place()
            .map(place ->
                new Trouble(
                    place,
                    joint.other()
                        + name
                        + " is configured on "
                        + joint.one()
                        + ", but there is no interface "
                        + joint.one()));
  }

  private String now(Joint joint) {
    return parts.joints().stream()
        .filter(other -> other.basis() != Basis.CONFIGURED)
        .filter(other -> other.kind() == joint.kind() && other.one().equals(joint.one()))
        .findFirst()
        .map(other -> "now it is one of " + other.other())
        .orElse("now it is not");
  }

  private static boolean isGuests(Element element) {
    return element.kind() == ElementKind.TAP || element.kind() == ElementKind.VETH;
  }

  private Optional<Trouble> notConfigured(Joint joint) {
    Optional<Element> member = parts.element(joint.one());
    boolean described = interfaces.definition(joint.other()).isPresent();
    boolean counts =
        joint.kind() == Joint.Kind.MEMBER
            && described
            && member.filter(each -> !isGuests(each)).isPresent();
    if (!counts || isSaidToo(joint)) {
      return Optional.empty();
    }
    Place place = new Place.Whole(new Origin("kernel, links"));
    return Optional.of(
        new Trouble(
            place,
            words(joint) + ", but no line of interfaces(5) says so: the next boot forgets it"));
  }

  private static String words(Joint joint) {
    return joint.kind() == Joint.Kind.STACKED
        ? joint.other() + " is on " + joint.one()
        : joint.one() + " is a port of " + joint.other();
  }

  private boolean isAuto(String name) {
    return interfaces.lists("auto", name)
        || interfaces.lists("allow-auto", name)
        || interfaces.lists("allow-hotplug", name);
  }
}
