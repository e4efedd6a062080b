package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.net.Eee;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// `ethtool --show-eee IF`.
///
/// Man: ethtool(8), "--show-eee"; ethtool netlink/eee.c, eee_reply_cb()
public final class EthtoolEee {
  static final String HEADING = "EEE settings for";
  private static final String PARTNER = "Link partner advertised EEE link modes";

  private EthtoolEee() {}

  /// Whether the link sleeps between packets.
  public static Reading<Eee> read(PastedText text) {
    Notes notes = new Notes(text);
    Map<String, String> values = new HashMap<>();
    Map<String, ModeList> modes = new HashMap<>();
    ModeList open = new ModeList();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Optional<Labelled> parts = Labelled.of(line);
      if (parts.isPresent() && parts.get().label().endsWith("EEE link modes")) {
        open = modes.computeIfAbsent(parts.get().label(), label -> new ModeList());
        open.add(parts.get().value());
      } else if (parts.isPresent() && isKnown(parts.get().label())) {
        values.putIfAbsent(parts.get().label(), parts.get().value());
      } else if (ModeList.continues(line)) {
        open.add(line.strip());
      } else if (!line.strip().startsWith(HEADING)) {
        notes.stray(i);
      }
    }
    return eee(notes, values, modes);
  }

  private static boolean isKnown(String label) {
    return label.equals("EEE status") || label.equals("Tx LPI");
  }

  private static Reading<Eee> eee(
      Notes notes, Map<String, String> values, Map<String, ModeList> modes) {
    String status = values.getOrDefault("EEE status", "");
    boolean enabled = status.startsWith("enabled");
    if (status.equals("not supported")) {
      return new Reading.Absent<>(Notes.ID, WhyAbsent.NOT_OFFERED, "EEE status: not supported");
    }
    if (!enabled && !status.equals("disabled")) {
      return notes.nothing("EEE status");
    }
    String lpi = values.getOrDefault("Tx LPI", "");
    Optional<Long> micros =
        lpi.endsWith(" (us)")
            ? Numbers.decimal(lpi.substring(0, lpi.indexOf(' ')))
            : Optional.empty();
    Optional<Boolean> lpiEnabled =
        micros.isPresent()
            ? Optional.of(true)
            : lpi.equals("disabled") ? Optional.of(false) : Optional.empty();
    ModeList none = new ModeList();
    return notes.reading(
        new Eee(
            enabled,
            status.equals("enabled - active"),
            lpiEnabled,
            micros,
            modes.getOrDefault("Supported EEE link modes", none).list(),
            modes.getOrDefault("Advertised EEE link modes", none).list(),
            Optional.ofNullable(modes.get(PARTNER))
                .map(ModeList::list)
                .filter(list -> !list.isEmpty())));
  }
}
