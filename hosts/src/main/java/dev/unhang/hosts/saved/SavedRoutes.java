package dev.unhang.hosts.saved;

import dev.unhang.hosts.outputs.IpRoutes;
import dev.unhang.hosts.outputs.PastedOutput;
import dev.unhang.hosts.outputs.PastedRoute;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.Route;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Routes of saved outputs, IPv4's and IPv6's, which are two outputs. They leave by interfaces of
/// the outputs of `ip addr` beside them: one that is not listed there has no index.
final class SavedRoutes {
  private SavedRoutes() {}

  /// @param outputs at least one
  static Reading<List<Route>> read(List<PastedOutput> outputs, List<Link> links) {
    Set<Route> routes = new LinkedHashSet<>();
    List<Trouble> troubles = new ArrayList<>();
    Optional<Reading<List<PastedRoute>>> failed = Optional.empty();
    for (PastedOutput output : outputs) {
      Reading<List<PastedRoute>> reading = IpRoutes.read(output.text());
      if (reading.known().isEmpty()) {
        failed = failed.or(() -> Optional.of(reading));
      }
      if (reading instanceof Reading.Partly<List<PastedRoute>> partly) {
        troubles.addAll(partly.troubles());
      }
      for (PastedRoute route : reading.known().orElse(List.of())) {
        index(route.nic(), links)
            .ifPresentOrElse(
                index -> routes.add(route(route, index)),
                () ->
                    troubles.add(
                        new Trouble(
                            new Place.Whole(output.text().origin()),
                            "routes leave by " + route.nic() + ", which no output lists")));
      }
    }
    List<Route> all = List.copyOf(routes);
    if (all.isEmpty() && failed.isPresent()) {
      return failed.get().map(none -> all);
    }
    Origin origin = outputs.getFirst().text().origin();
    List<Trouble> each = troubles.stream().distinct().toList();
    return each.isEmpty()
        ? new Reading.Read<>(all, origin)
        : new Reading.Partly<>(all, each, origin);
  }

  private static Optional<Integer> index(InterfaceName nic, List<Link> links) {
    return links.stream().filter(link -> link.name().equals(nic)).map(Link::index).findFirst();
  }

  private static Route route(PastedRoute route, int index) {
    return new Route(
        route.destination(), route.prefixLength(), index, route.gateway(), route.metric());
  }
}
