package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `bridge link`, also `-d` and `-j`.
///
/// Man: bridge(8), "bridge link show"
public final class BridgeLinks {
  private static final int MAX = 100_000;

  /// `2: eno1: <…> mtu 1500 …`, and of iproute2 before 4.17 `2: eno1 state UP : <…> mtu 1500 …`.
  private static final Pattern FIRST =
      Pattern.compile(
          "(\\d{1,9}): ([^ :@]{1,60})(?:@[^ :]{1,60})?(?: state [A-Z]{1,20} )?:"
              + " <[A-Z0-9_,-]{0,300}>(.*)");

  private BridgeLinks() {}

  /// The ports in the order printed.
  public static Reading<List<BridgePort>> read(PastedText text) {
    Notes notes = new Notes(text);
    boolean isJson = text.text().stripLeading().startsWith("[");
    return notes.readingOf(isJson ? json(text, notes) : plain(text, notes), "ports of bridges");
  }

  /// Whether a line is one of a port.
  static boolean isFirst(String line) {
    Matcher first = FIRST.matcher(line);
    return first.matches()
        && first.group(3).contains(" master ")
        && first.group(3).contains(" cost ");
  }

  private static List<BridgePort> plain(PastedText text, Notes notes) {
    List<BridgePort> ports = new ArrayList<>();
    for (int i = 0; i < text.lines().size() && ports.size() < MAX; i++) {
      String line = text.lines().get(i);
      Matcher first = FIRST.matcher(line);
      if (first.matches()) {
        Optional<InterfaceName> name = InterfaceName.parse(first.group(2));
        Optional<Integer> index = Numbers.small(first.group(1));
        List<String> words = List.of(first.group(3).strip().split("\\s+"));
        if (name.isPresent() && index.isPresent()) {
          ports.add(
              new BridgePort(
                  index.get(),
                  name.get(),
                  behind(words, "master"),
                  behind(words, "state"),
                  behind(words, "cost").flatMap(Numbers::small)));
        }
      } else if (line.isEmpty() || !Character.isWhitespace(line.charAt(0))) {
        notes.stray(i);
      }
    }
    return ports;
  }

  private static Optional<String> behind(List<String> words, String word) {
    int at = words.indexOf(word);
    return at < 0 || at + 1 == words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  private static List<BridgePort> json(PastedText text, Notes notes) {
    List<BridgePort> ports = new ArrayList<>();
    for (Map<String, Object> object : JsonArray.read(text, notes)) {
      Optional<InterfaceName> name = JsonArray.text(object, "ifname").flatMap(InterfaceName::parse);
      Optional<Integer> index = JsonArray.text(object, "ifindex").flatMap(Numbers::small);
      if (name.isPresent() && index.isPresent()) {
        ports.add(
            new BridgePort(
                index.get(),
                name.get(),
                JsonArray.text(object, "master"),
                JsonArray.text(object, "state"),
                JsonArray.text(object, "cost").flatMap(Numbers::small)));
      }
    }
    return ports;
  }
}
