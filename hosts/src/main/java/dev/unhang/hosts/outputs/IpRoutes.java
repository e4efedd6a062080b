package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `ip route`, `ip -6 route`, `ip -d route` and `ip -j route`.
///
/// ```
/// default via 192.0.2.1 dev vmbr0 proto kernel onlink
/// 192.0.2.0/24 dev vmbr0 proto kernel scope link src 192.0.2.2
/// default proto ra metric 100 pref medium
/// 	nexthop via fe80::1 dev eno1 weight 1
/// ```
///
/// Man: ip-route(8). iproute2: ip/iproute.c, print_route()
public final class IpRoutes {
  /// More than any host routes by itself.
  private static final int MAX = 10_000;

  private static final int MAX_LINE = 1_000;

  private static final Pattern FIRST =
      Pattern.compile("(?:unicast )?(?:default|[0-9a-fA-F.:]{2,45}/\\d{1,3}) (?:via|dev) \\S+ .*");

  private final Notes notes;
  private final List<PastedRoute> routes = new ArrayList<>();
  private @Nullable RouteDraft open;
  private int openAt;

  private IpRoutes(Notes notes) {
    this.notes = notes;
  }

  /// The unicast routes of the main table.
  public static Reading<List<PastedRoute>> read(PastedText text) {
    IpRoutes reader = new IpRoutes(new Notes(text));
    boolean isJson =
        text.lines().stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .filter(line -> line.strip().startsWith("["))
            .isPresent();
    if (isJson) {
      JsonArray.read(text, reader.notes).forEach(reader::object);
    } else {
      for (int i = 0; i < text.lines().size(); i++) {
        reader.line(i, text.lines().get(i));
      }
      reader.close();
    }
    return reader.notes.readingOf(reader.routes, "routes");
  }

  /// Whether a line is one of a route, for texts without a prompt.
  static boolean isFirst(String line) {
    return line.length() <= MAX_LINE
        && FIRST.matcher(line + " ").matches()
        && RouteDraft.isDestination(line.replaceFirst("^unicast ", "").split(" ", 2)[0]);
  }

  private void line(int at, String line) {
    List<String> words = List.of(line.strip().split("\\s+"));
    String first = words.getFirst();
    if (line.isBlank() || RouteDraft.OTHER_KINDS.contains(first)) {
      close();
    } else if (first.equals("nexthop") && open != null) {
      RouteDraft hop = open.by(RouteDraft.Hop.NONE);
      words(hop, words.subList(1, words.size()));
      take(at, hop);
      // The line before only says where to.
      openAt = -1;
    } else {
      close();
      List<String> rest = first.equals("unicast") ? words.subList(1, words.size()) : words;
      if (rest.isEmpty()
          || line.length() > MAX_LINE
          || !RouteDraft.isDestination(rest.getFirst())) {
        notes.stray(at);
        return;
      }
      RouteDraft route = new RouteDraft(rest.getFirst());
      words(route, rest.subList(1, rest.size()));
      open = route;
      openAt = at;
    }
  }

  private static void words(RouteDraft route, List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      String value = words.get(i + 1);
      switch (words.get(i)) {
        case "via" -> {
          route.crosses = value.equals("inet6") || value.equals("inet");
          route.gateway = route.crosses && i + 2 < words.size() ? words.get(i + 2) : value;
        }
        case "dev" -> route.nic = value;
        case "metric" -> route.metric = value;
        case "table" -> route.table = value;
        case "pref" -> route.isIpv6 = true;
        default -> {}
      }
    }
  }

  /// A route waits for the lines of its next hops.
  private void close() {
    RouteDraft route = open;
    open = null;
    if (route != null && openAt >= 0) {
      take(openAt, route);
    }
  }

  private void take(int at, RouteDraft route) {
    if (!route.isOfMain() || routes.size() == MAX) {
      return;
    }
    Optional<PastedRoute> read = route.route();
    if (read.isEmpty()) {
      notes.trouble(at, "a route that is not whole");
    }
    read.ifPresent(routes::add);
  }

  private void object(Map<String, Object> object) {
    Optional<String> kind = JsonArray.text(object, "type");
    String destination = JsonArray.text(object, "dst").orElse("");
    if (kind.filter(RouteDraft.OTHER_KINDS::contains).isPresent()) {
      return;
    }
    if (!RouteDraft.isDestination(destination)) {
      notes.trouble(0, "a route to nowhere: " + Notes.shown(destination));
      return;
    }
    RouteDraft route = new RouteDraft(destination);
    route.metric = JsonArray.text(object, "metric").orElse(null);
    route.table = JsonArray.text(object, "table").orElse(null);
    route.isIpv6 = object.containsKey("pref");
    List<Map<String, Object>> hops = JsonArray.objects(object, "nexthops");
    for (Map<String, Object> hop : hops.isEmpty() ? List.of(object) : hops) {
      take(0, route.by(hop(hop)));
    }
  }

  /// `via` stands in place of `gateway` where that is of the other family.
  private static RouteDraft.Hop hop(Map<String, Object> hop) {
    Optional<String> other =
        JsonArray.objects(hop, "via").stream()
            .findFirst()
            .flatMap(via -> JsonArray.text(via, "host"));
    return new RouteDraft.Hop(
        JsonArray.text(hop, "gateway").or(() -> other).orElse(null),
        JsonArray.text(hop, "dev").orElse(null),
        other.isPresent());
  }
}
