package dev.unhang.hosts.topology;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.topology.Basis;
import java.util.Optional;

/// Two elements that hang together, before it is known which of them is nearer to the wire.
///
/// @param kind what each side is to the other
/// @param place the line that says so, for what is configured
record Joint(String one, String other, Kind kind, Basis basis, Optional<Place> place) {
  /// How they hang together.
  enum Kind {
    /// `one` is a port of the bridge, or a slave of the bond, `other`.
    MEMBER,
    /// `other` is built on `one`: a VLAN, a macvlan.
    STACKED,
    /// Two ends of a virtual cable.
    PEERS,
    /// `one` leads to the guest `other`.
    LEADS_TO
  }

  static Joint live(String one, String other, Kind kind) {
    return new Joint(one, other, kind, Basis.LIVE, Optional.empty());
  }

  static Joint configured(String one, String other, Kind kind, Place place) {
    return new Joint(one, other, kind, Basis.CONFIGURED, Optional.of(place));
  }

  /// Whether another says the same, on whatever basis.
  boolean isSameAs(Joint joint) {
    boolean turned = kind == Kind.PEERS && one.equals(joint.other) && other.equals(joint.one);
    return kind == joint.kind && (turned || one.equals(joint.one) && other.equals(joint.other));
  }
}
