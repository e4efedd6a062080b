package dev.unhang.logs;

import dev.unhang.logs.form.RecordSource;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSink;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The records of one log, whatever form it has, for those who look for other things in it than
/// hangs. The bytes may come in chunks of any size.
public final class LogRecords implements ByteSink {
  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final LogOpening opening = new LogOpening();
  private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();
  private @Nullable RecordSource source;

  public LogRecords(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    if (source != null) {
      source.accept(chunk, offset, length);
      return;
    }
    opening.accept(chunk, offset, length);
    heldBack.write(chunk, offset, length);
    if (opening.isDecided()) {
      begin();
    }
  }

  /// The same for a log that is followed, whose sender hands out whole records.
  public void acceptRecords(byte[] chunk, int offset, int length) {
    accept(chunk, offset, length);
    if (source != null) {
      source.recordEnds();
    }
  }

  /// Damage met so far, bounded: records that were lost, among others.
  public List<Trouble> troubles() {
    return source == null ? List.of() : source.troubles();
  }

  /// No more bytes will come.
  public void finish() {
    (source == null ? begin() : source).finish();
  }

  private RecordSource begin() {
    RecordSource chosen = opening.reader(origin, out);
    source = chosen;
    chosen.accept(heldBack.toByteArray(), 0, heldBack.size());
    heldBack.reset();
    return chosen;
  }
}
