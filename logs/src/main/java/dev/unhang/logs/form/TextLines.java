package dev.unhang.logs.form;

import dev.unhang.logs.peel.KmsgRecord;
import dev.unhang.logs.peel.Peeled;
import dev.unhang.logs.peel.Peelers;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.Uptime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lines of text one after the other, each a record of its own, since text keeps no borders.
final class TextLines {
  /// Doc: rsyslog, "$EscapeControlCharactersOnReceive"
  private static final String ESCAPED_NEWLINE = "#012";

  private final StampedLines stamped = new StampedLines();
  private List<String> dialect = List.of();
  private boolean anyStamp;
  private @Nullable Peeled bareStamp;
  private @Nullable Place last;
  private Optional<Uptime> latest = Optional.empty();

  /// The longest pile of layers met, outermost first.
  List<String> dialect() {
    return dialect;
  }

  LogRecord record(String text, Place place) {
    Peeled peeled = wrapped(stamped.peel(text), place);
    if (peeled.layers().size() > dialect.size()) {
      dialect = peeled.layers();
    }
    anyStamp |= peeled.at().isKnown();
    latest = peeled.at().uptime().or(() -> latest);
    List<String> parts = parts(peeled);
    return new LogRecord(
        Optional.empty(),
        peeled.at(),
        place,
        parts,
        border(peeled, parts),
        peeled.identifier(),
        Optional.empty());
  }

  /// Whether a line is of an earlier uptime than the last one read: between them a boot began.
  boolean runsBackwards(String text) {
    return latest
        .flatMap(before -> Peelers.peel(text).at().uptime().filter(at -> at.compareTo(before) < 0))
        .isPresent();
  }

  /// Mail programs break a long line behind its stamp: then the next line is the message.
  private Peeled wrapped(Peeled line, Place place) {
    Peeled bare = last != null && Place.follows(last, place) ? bareStamp : null;
    last = place;
    bareStamp = line.at().isKnown() && line.rest().isBlank() ? line : null;
    return bare != null && !line.at().isKnown()
        ? new Peeled(line.rest(), bare.at(), bare.identifier(), bare.layers())
        : line;
  }

  /// The lines of a record that the log escaped into one line: rsyslog writes a newline as `#012`.
  private static List<String> parts(Peeled line) {
    if (line.layers().contains(KmsgRecord.LAYER)) {
      return KmsgText.lines(line.rest());
    }
    if (!line.rest().contains(ESCAPED_NEWLINE)) {
      return List.of(line.rest());
    }
    return Arrays.stream(line.rest().split(ESCAPED_NEWLINE, -1))
        .map(part -> Peelers.peel(part).rest())
        .toList();
  }

  private Border border(Peeled line, List<String> parts) {
    if (line.layers().contains(KmsgRecord.FRAGMENT)) {
      return Border.CONTINUES;
    }
    if (parts.size() > 1) {
      return Border.KEPT;
    }
    if (line.at().isKnown()) {
      return Border.STAMPED;
    }
    return anyStamp ? Border.CONTINUES : Border.UNKNOWN;
  }
}
