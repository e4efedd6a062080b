package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Block;
import dev.unhang.logs.bulk.BulkLines;
import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A kernel log as text: dmesg's output, journalctl's, a syslog file, a paste.
public final class TextLog implements RecordSource {
  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final Lines lines = new Lines(this::line);
  private final TextLines records = new TextLines();
  private final BulkLines bulk = new BulkLines(lines, records::runsBackwards);
  private final Troubles troubles = new Troubles();

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
  public void accept(Block block, BooleanSupplier expectsMore) {
    bulk.accept(block, expectsMore);
  }

  @Override
  public void finish() {
    lines.finish();
  }

  @Override
  public List<String> dialect() {
    return records.dialect();
  }

  @Override
  public List<Trouble> troubles() {
    return troubles.list();
  }

  private void line(String text, long number, boolean cut) {
    Place place = new Place.Line(origin, number);
    if (cut) {
      troubles.add(place, "line is longer than " + Lines.MAX_BYTES + " bytes, cut");
    }
    out.accept(records.record(text, place));
  }
}
