package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.Rings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// `ethtool -g IF`.
///
/// Man: ethtool(8), "-g --show-ring"
public final class EthtoolRings {
  static final String HEADING = "Ring parameters for";

  private EthtoolRings() {}

  /// The lengths now, and at most.
  public static Reading<Rings> read(PastedText text) {
    Notes notes = new Notes(text);
    Map<String, Integer> most = new HashMap<>();
    Map<String, Integer> now = new HashMap<>();
    Map<String, Integer> block = new HashMap<>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i).strip();
      Optional<Labelled> parts = Labelled.of(line);
      if (line.equals("Pre-set maximums:")) {
        block = most;
      } else if (line.equals("Current hardware settings:")) {
        block = now;
      } else if (!line.startsWith(HEADING)
          && !parts.filter(EthtoolRings::saysNothing).isPresent()) {
        Optional<Integer> length = parts.flatMap(each -> Numbers.small(each.value()));
        if (length.isPresent()) {
          block.putIfAbsent(parts.orElseThrow().label(), length.get());
        } else {
          notes.stray(i);
        }
      }
    }
    if (!now.containsKey("RX") && !now.containsKey("TX")) {
      return notes.nothing("current ring lengths");
    }
    return notes.reading(
        new Rings(
            Optional.ofNullable(now.get("RX")),
            Optional.ofNullable(most.get("RX")),
            Optional.ofNullable(now.get("TX")),
            Optional.ofNullable(most.get("TX"))));
  }

  private static boolean saysNothing(Labelled parts) {
    return parts.value().equals("n/a") || parts.isOn().isPresent();
  }
}
