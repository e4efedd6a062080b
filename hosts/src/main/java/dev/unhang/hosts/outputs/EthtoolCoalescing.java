package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `ethtool -c IF`: only the parameters this driver has.
///
/// Man: ethtool(8), "-c --show-coalesce"
public final class EthtoolCoalescing {
  static final String HEADING = "Coalesce parameters for";

  /// What `-c` prints in another way than `-C` takes it.
  private static final Map<String, String> NAMES =
      Map.of(
          "rx-frame-low", "rx-frames-low",
          "tx-frame-low", "tx-frames-low",
          "rx-frame-high", "rx-frames-high",
          "tx-frame-high", "tx-frames-high");

  /// `Adaptive RX: off TX: off`.
  private static final Pattern TWO =
      Pattern.compile("(Adaptive|CQE mode) +RX: *(on|off|n/a) +TX: *(on|off|n/a)");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{1,40}");

  private EthtoolCoalescing() {}

  /// By the names that `ethtool -C` takes.
  public static Reading<List<Parameter>> read(PastedText text) {
    Notes notes = new Notes(text);
    Map<String, Parameter> found = new LinkedHashMap<>();
    boolean begun = false;
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i).strip();
      Matcher two = TWO.matcher(line);
      if (line.startsWith(HEADING)) {
        begun = true;
      } else if (two.matches()) {
        String kind = two.group(1).equals("Adaptive") ? "adaptive" : "cqe-mode";
        add(found, kind + "-rx", two.group(2));
        add(found, kind + "-tx", two.group(3));
      } else if (!line.isEmpty() && !one(found, line)) {
        notes.stray(i);
      }
    }
    return begun || !found.isEmpty()
        ? notes.reading(List.copyOf(found.values()))
        : notes.nothing("coalescing parameters");
  }

  private static boolean one(Map<String, Parameter> found, String line) {
    Optional<Labelled> parts = Labelled.of(line);
    return parts.isPresent()
        && NAME.matcher(parts.get().label()).matches()
        && add(found, parts.get().label(), parts.get().value());
  }

  private static boolean add(Map<String, Parameter> found, String label, String value) {
    String name = NAMES.getOrDefault(label, label);
    Optional<Long> number =
        switch (value) {
          case "on" -> Optional.of(1L);
          case "off" -> Optional.of(0L);
          default -> Numbers.decimal(value);
        };
    number.ifPresent(known -> found.putIfAbsent(name, new Parameter(name, known)));
    return number.isPresent() || value.equals("n/a");
  }
}
