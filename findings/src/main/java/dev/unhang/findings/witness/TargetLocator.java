package dev.unhang.findings.witness;

import dev.unhang.model.id.IpAddress;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds where a target sits: where it is said to sit; else where its address is; else at what has
/// its name. A name or address that several elements have seats no target.
public final class TargetLocator {
  private final List<HostMap> maps;

  public TargetLocator(List<HostMap> maps) {
    this.maps = List.copyOf(maps);
  }

  /// Where a person says it sits: `guest 100`, a guest's name, `pve-02/vmbr0`.
  ///
  /// @return every seat that this may mean
  public List<TargetLocation> named(String words) {
    int slash = words.indexOf('/');
    String host = slash < 0 ? "" : words.substring(0, slash);
    String name = words.substring(slash + 1);
    Set<TargetLocation> found = new LinkedHashSet<>();
    for (HostMap map : maps) {
      if (slash < 0 || map.host().equals(host)) {
        map.topology().elements().stream()
            .filter(element -> isCalled(element, name))
            .forEach(element -> found.add(new TargetLocation(map.host(), element.name())));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isCalled(Element element, String name) {
    boolean guest = element.kind() == ElementKind.GUEST;
    return element.name().equals(name) || guest && element.label().filter(name::equals).isPresent();
  }

  /// Where a target sits of which nothing more is said.
  public Optional<TargetLocation> of(String name, IpAddress address) {
    List<TargetLocation> seats = new ArrayList<>();
    for (HostMap map : maps) {
      for (Use use : map.topology().uses()) {
        if (use.kind() == Use.Kind.ADDRESS && address(use).filter(address::equals).isPresent()) {
          seats.add(new TargetLocation(map.host(), use.element()));
        }
      }
    }
    List<TargetLocation> found = seats.isEmpty() ? named(name) : seats;
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The address of a use, which is text for a person: `192.0.2.2/24`.
  static Optional<IpAddress> address(Use use) {
    String text = use.text();
    int end = text.indexOf('/');
    return IpAddress.parse(end < 0 ? text : text.substring(0, end));
  }
}
