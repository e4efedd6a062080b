package dev.unhang.hosts.topology;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import java.util.Optional;

/// Puts what a file of configuration says of an interface among the parts of a topology.
///
/// @param place the line or file that says it
record Described(Parts parts, Place place) {
  /// An interface of a kind.
  ///
  /// @param label what is shown beside its kind
  void is(String name, ElementKind kind, Optional<String> label) {
    if (InterfaceName.parse(name).isPresent() && !name.equals("lo")) {
      parts.add(new Element(name, kind, label, Optional.empty(), Basis.CONFIGURED));
    }
  }

  /// A port or slave, which is a NIC until something says more.
  void isMember(String name, String of) {
    join(name, of, Joint.Kind.MEMBER);
  }

  /// Something that is built on an interface.
  void sitsOn(String upper, String lower) {
    join(lower, upper, Joint.Kind.STACKED);
  }

  /// The other end of a virtual cable.
  void isPeer(String one, String other) {
    is(other, ElementKind.VETH, Optional.empty());
    join(one, other, Joint.Kind.PEERS);
  }

  private void join(String one, String other, Joint.Kind kind) {
    if (InterfaceName.parse(one).isEmpty() || InterfaceName.parse(other).isEmpty()) {
      return;
    }
    for (String name : new String[] {one, other}) {
      if (parts.element(name).isEmpty()) {
        is(name, ElementKind.NIC, Optional.empty());
      }
    }
    parts.add(Joint.configured(one, other, kind, place));
  }
}
