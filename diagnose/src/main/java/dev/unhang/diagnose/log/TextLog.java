package dev.unhang.diagnose.log;

import dev.unhang.diagnose.log.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A kernel log as text: dmesg's output, journalctl's, a syslog file, a paste. Each line becomes a
/// record of its own, since text keeps no borders.
public final class TextLog implements RecordSource {
  /// Enough to tell what is wrong with a file without repeating it.
  private static final int MAX_TROUBLES = 20;

  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final Lines lines = new Lines(this::line);
  private final List<Trouble> troubles = new ArrayList<>();
  private List<String> dialect = List.of();
  private boolean stamped;

  public TextLog(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    lines.accept(chunk, offset, length);
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
    Peeled peeled = Peelers.peel(text);
    if (peeled.layers().size() > dialect.size()) {
      dialect = peeled.layers();
    }
    stamped |= peeled.at().isKnown();
    out.accept(
        new LogRecord(
            Optional.empty(),
            peeled.at(),
            place,
            List.of(peeled.rest()),
            border(peeled),
            peeled.identifier(),
            Optional.empty()));
  }

  private Border border(Peeled line) {
    if (line.at().isKnown()) {
      return Border.STAMPED;
    }
    return stamped ? Border.CONTINUES : Border.UNKNOWN;
  }
}
