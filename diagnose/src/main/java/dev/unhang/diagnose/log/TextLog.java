package dev.unhang.diagnose.log;

import dev.unhang.diagnose.log.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.unit.Uptime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A kernel log as text: dmesg's output, journalctl's, a syslog file, a paste. Each line becomes a
/// record of its own, since text keeps no borders.
public final class TextLog implements RecordSource {
  /// Enough to tell what is wrong with a file without repeating it.
  private static final int MAX_TROUBLES = 20;

  /// Doc: rsyslog, "$EscapeControlCharactersOnReceive"
  private static final String ESCAPED_NEWLINE = "#012";

  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final Lines lines = new Lines(this::line);
  private final BulkLines bulk = new BulkLines(this::line, this::runsBackwards);
  private final List<Trouble> troubles = new ArrayList<>();
  private List<String> dialect = List.of();
  private boolean stamped;
  private @Nullable Peeled bareStamp;
  private long bareStampLine;
  private Optional<Uptime> latest = Optional.empty();

  public TextLog(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    lines.accept(chunk, offset, length);
  }

  @Override
  public boolean takesBlocks() {
    return true;
  }

  @Override
  public void accept(Block block) {
    bulk.accept(block, lines.count());
    lines.skip(block.lines());
  }

  @Override
  public void finish() {
    lines.finish();
  }

  @Override
  public List<String> dialect() {
    return dialect;
  }

  @Override
  public List<Trouble> troubles() {
    return List.copyOf(troubles);
  }

  private void line(String text, long number, boolean cut) {
    Place place = new Place.Line(origin, number);
    if (cut && troubles.size() < MAX_TROUBLES) {
      troubles.add(new Trouble(place, "line is longer than " + Lines.MAX_BYTES + " bytes, cut"));
    }
    Peeled peeled = wrapped(Peelers.peel(text), number);
    if (peeled.layers().size() > dialect.size()) {
      dialect = peeled.layers();
    }
    stamped |= peeled.at().isKnown();
    latest = peeled.at().uptime().or(() -> latest);
    List<String> parts = parts(peeled);
    out.accept(
        new LogRecord(
            Optional.empty(),
            peeled.at(),
            place,
            parts,
            parts.size() > 1 ? Border.KEPT : border(peeled),
            peeled.identifier(),
            Optional.empty()));
  }

  /// Whether a line is of an earlier uptime than the last one read: between them a boot began.
  private boolean runsBackwards(String text) {
    return latest
        .flatMap(before -> Peelers.peel(text).at().uptime().filter(at -> at.compareTo(before) < 0))
        .isPresent();
  }

  /// Mail programs break a long line behind its stamp: then the next line is the message.
  private Peeled wrapped(Peeled line, long number) {
    Peeled bare = bareStampLine == number - 1 ? bareStamp : null;
    bareStampLine = number;
    bareStamp = line.at().isKnown() && line.rest().isBlank() ? line : null;
    return bare != null && !line.at().isKnown()
        ? new Peeled(line.rest(), bare.at(), bare.identifier(), bare.layers())
        : line;
  }

  /// The lines of a record that the log escaped into one line: rsyslog writes a newline as `#012`.
  private static List<String> parts(Peeled line) {
    if (line.layers().contains(KmsgRecord.LAYER)) {
      return KmsgRecord.lines(line.rest());
    }
    if (!line.rest().contains(ESCAPED_NEWLINE)) {
      return List.of(line.rest());
    }
    return Arrays.stream(line.rest().split(ESCAPED_NEWLINE, -1))
        .map(part -> Peelers.peel(part).rest())
        .toList();
  }

  private Border border(Peeled line) {
    if (line.at().isKnown()) {
      return Border.STAMPED;
    }
    return stamped ? Border.CONTINUES : Border.UNKNOWN;
  }
}
