package dev.unhang.config.corosync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The nodes of a cluster.
///
/// Man: corosync.conf(5), "nodelist"
public record CorosyncConf(List<Node> nodes) {
  private static final String RING = "ring";
  private static final String ADDRESS = "_addr";

  /// More than corosync can have (man: corosync.conf(5), "ring{X}_addr": 8 links).
  private static final int MAX_LINK_DIGITS = 2;

  public CorosyncConf {
    nodes = List.copyOf(nodes);
  }

  /// One node.
  ///
  /// @param links by number, the node's address or host name on that link
  public record Node(Optional<String> name, SortedMap<Integer, String> links) {}

  /// Reads a file. Lines that make no sense are passed over.
  public static CorosyncConf parse(String text) {
    List<Node> nodes = new ArrayList<>();
    Deque<String> sections = new ArrayDeque<>();
    Optional<String> name = Optional.empty();
    SortedMap<Integer, String> links = new TreeMap<>();
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      int colon = line.indexOf(':');
      if (line.endsWith("{")) {
        sections.push(line.substring(0, line.length() - 1).strip());
        name = Optional.empty();
        links = new TreeMap<>();
      } else if (line.equals("}") && !sections.isEmpty()) {
        if (sections.pop().equals("node")) {
          nodes.add(new Node(name, links));
        }
      } else if (colon > 0 && !line.startsWith("#") && "node".equals(sections.peek())) {
        String key = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (key.equals("name")) {
          name = Optional.of(value);
        }
        Optional<Integer> link = link(key);
        if (link.isPresent()) {
          links.put(link.get(), value);
        }
      }
    }
    return new CorosyncConf(nodes);
  }

  private static Optional<Integer> link(String key) {
    if (!key.startsWith(RING) || !key.endsWith(ADDRESS)) {
      return Optional.empty();
    }
    String number = key.substring(RING.length(), key.length() - ADDRESS.length());
    boolean digits = number.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && !number.isEmpty() && number.length() <= MAX_LINK_DIGITS
        ? Optional.of(Integer.valueOf(number))
        : Optional.empty();
  }
}
