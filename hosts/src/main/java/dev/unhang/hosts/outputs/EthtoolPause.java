package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.Pause;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// `ethtool -a IF`.
///
/// Man: ethtool(8), "-a --show-pause"
public final class EthtoolPause {
  static final String HEADING = "Pause parameters for";

  private EthtoolPause() {}

  /// All three switches, or none.
  public static Reading<Pause> read(PastedText text) {
    Notes notes = new Notes(text);
    Map<String, Boolean> switches = new HashMap<>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Optional<Labelled> parts = Labelled.of(line);
      Optional<Boolean> on = parts.flatMap(Labelled::isOn);
      if (on.isPresent()) {
        switches.putIfAbsent(parts.orElseThrow().label(), on.get());
      } else if (!line.startsWith(HEADING)) {
        notes.stray(i);
      }
    }
    Boolean negotiated = switches.get("Autonegotiate");
    Boolean rx = switches.get("RX");
    Boolean tx = switches.get("TX");
    return negotiated == null || rx == null || tx == null
        ? notes.nothing("pause parameters")
        : notes.reading(new Pause(negotiated, rx, tx));
  }
}
