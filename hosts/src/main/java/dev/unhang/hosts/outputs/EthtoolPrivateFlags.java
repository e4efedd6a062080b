package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.PrivateFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ethtool --show-priv-flags IF`.
///
/// Man: ethtool(8), "--show-priv-flags"
public final class EthtoolPrivateFlags {
  static final String HEADING = "Private flags for";
  private static final int MAX = 256;

  /// What ethtool says of a driver without any.
  private static final String NONE = "No private flags defined";

  private EthtoolPrivateFlags() {}

  /// The flags in the driver's order. Names are the driver's, blanks included.
  public static Reading<List<PrivateFlag>> read(PastedText text) {
    if (text.lines().stream().anyMatch(line -> line.strip().equals(NONE))) {
      return new Reading.Read<>(List.of(), text.origin());
    }
    Notes notes = new Notes(text);
    List<PrivateFlag> flags = new ArrayList<>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Optional<Labelled> parts = Labelled.of(line);
      Optional<Boolean> on = parts.flatMap(Labelled::isOn);
      if (on.isPresent() && flags.size() < MAX) {
        flags.add(new PrivateFlag(parts.orElseThrow().label(), on.get()));
      } else if (!line.strip().startsWith(HEADING)) {
        notes.stray(i);
      }
    }
    return notes.readingOf(flags, "private flags");
  }
}
