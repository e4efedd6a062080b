package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Block;
import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// `journalctl -o export`: a field a line, an empty line behind each entry. A value that holds a
/// newline is binary: its name alone on a line, its length as 64 bits, little end first, the bytes,
/// a newline.
///
/// Doc: systemd "Journal Export Format"
public final class JournalExport implements RecordSource {
  /// journald stores no longer field but core dumps; a length beyond it is damage, and following it
  /// would swallow the rest of the log.
  private static final long MAX_LENGTH = 64L << 20;

  private static final int LENGTH_BYTES = 8;

  /// What the next byte belongs to.
  private enum At {
    LINE,
    LENGTH,
    VALUE,
    VALUE_END,
    /// Damage was met: nothing counts until an entry begins.
    LOST
  }

  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final Troubles troubles = new Troubles();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private JournalFields entry = new JournalFields();
  private At at = At.LINE;
  private String name = "";
  private long length;
  private long read;
  private long line = 1;
  private boolean cut;

  /// Whether an entry ends with the last byte.
  private boolean between = true;

  /// The boot of the last record, as its entry writes it, and whether a record of the kernel's was
  /// read of it: without one, nothing is known to be covered.
  private String boot = "";

  private boolean ofKernel;

  public JournalExport(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
  }

  /// Whether a log begins so: only fields that the journal itself sets have an underscore.
  public static boolean opens(List<String> lines) {
    return !lines.isEmpty() && lines.getFirst().matches("_{1,2}[A-Z][A-Z0-9_]{0,62}=.*");
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      take(chunk[i]);
    }
  }

  @Override
  public boolean takesBlocks() {
    return true;
  }

  @Override
  public boolean needsEveryByte() {
    return true;
  }

  /// An entry says by itself all that it says. So entries of the boot that is being read are passed
  /// over where no word in them may matter, all but the one before the next that is read: it tells
  /// how far the log reaches.
  @Override
  public void accept(Block block, BooleanSupplier expectsMore) {
    int at = block.from();
    while (at < block.to()) {
      if (between && ofKernel && !expectsMore.getAsBoolean()) {
        at = pass(block, at);
      }
      at = readEntry(block, at);
    }
  }

  /// @return where the last of the entries begins that need not be read
  private int pass(Block block, int from) {
    ExportEntries entries = new ExportEntries(block.bytes(), block.to(), boot);
    int place = block.placeFrom(from);
    int last = from;
    int next = from;
    int end = entries.end(next);
    while (end != ExportEntries.NONE && end <= place) {
      last = next;
      next = end;
      end = next < block.to() ? entries.end(next) : ExportEntries.NONE;
    }
    line += block.newlines(from, last);
    return last;
  }

  /// @return behind the entry, or where the block ends
  private int readEntry(Block block, int from) {
    int at = from;
    do {
      take(block.bytes()[at]);
      at++;
    } while (at < block.to() && !between);
    return at;
  }

  @Override
  public void finish() {
    if (at == At.VALUE) {
      troubles.add(place(), "the log ends inside field " + name);
      entry.put(name, text());
    } else if (at == At.LINE && pending.size() > 0) {
      line();
    }
    endEntry();
  }

  @Override
  public List<String> dialect() {
    return List.of("journal export");
  }

  @Override
  public List<Trouble> troubles() {
    return troubles.list();
  }

  private Place place() {
    return new Place.Line(origin, line);
  }

  private String text() {
    String text = pending.toString(StandardCharsets.UTF_8);
    pending.reset();
    return text;
  }

  private void take(byte c) {
    between = false;
    switch (at) {
      case LINE, LOST -> {
        if (c == '\n') {
          line();
        } else {
          keep(c);
        }
      }
      case LENGTH -> length(c);
      case VALUE -> value(c);
      case VALUE_END -> {
        if (c != '\n') {
          lost("field " + name + " is not as long as it says");
        }
        endLine();
      }
    }
    if (c == '\n') {
      line++;
    }
  }

  private void keep(byte c) {
    if (pending.size() < Lines.MAX_BYTES) {
      pending.write(c);
    } else {
      cut = true;
    }
  }

  private void line() {
    boolean wasCut = cut;
    cut = false;
    String text = text();
    int equals = text.indexOf('=');
    if (at == At.LOST) {
      if (!text.startsWith(JournalFields.CURSOR + "=")) {
        return;
      }
      at = At.LINE;
    }
    if (wasCut) {
      troubles.add(place(), "field is longer than " + Lines.MAX_BYTES + " bytes, left out");
    } else if (text.isEmpty()) {
      endEntry();
      between = true;
    } else if (equals > 0) {
      field(text.substring(0, equals), text.substring(equals + 1));
    } else if (text.matches("[A-Z_][A-Z0-9_]{0,63}")) {
      name = text;
      length = 0;
      read = 0;
      at = At.LENGTH;
    } else {
      lost("no field of the journal");
    }
  }

  /// The cursor comes first: where it comes within an entry, the end of that one is missing.
  private void field(String field, String value) {
    if (field.equals(JournalFields.CURSOR)) {
      endEntry();
    }
    entry.put(field, value);
  }

  private void length(byte c) {
    length |= (c & 0xffL) << (8 * read);
    read++;
    if (read < LENGTH_BYTES) {
      return;
    }
    read = 0;
    if (length < 0 || length > MAX_LENGTH) {
      lost("field " + name + " has no believable length");
    } else {
      at = length == 0 ? At.VALUE_END : At.VALUE;
    }
  }

  private void value(byte c) {
    keep(c);
    read++;
    if (read == length) {
      at = At.VALUE_END;
    }
  }

  private void endLine() {
    if (at == At.LOST) {
      return;
    }
    if (cut) {
      troubles.add(place(), "field is longer than " + Lines.MAX_BYTES + " bytes, cut");
    }
    cut = false;
    field(name, text());
    at = At.LINE;
  }

  private void lost(String what) {
    troubles.add(place(), what + ", left out up to the next entry");
    pending.reset();
    cut = false;
    entry = new JournalFields();
    at = At.LOST;
  }

  private void endEntry() {
    Optional<LogRecord> record = entry.record(place());
    record.ifPresent(it -> {
      noteBoot(it);
      out.accept(it);
    });
    entry = new JournalFields();
  }

  private void noteBoot(LogRecord record) {
    String of = record.boot().flatMap(id -> entry.value(JournalFields.BOOT_ID)).orElse("");
    ofKernel = !of.isEmpty() && (ofKernel && of.equals(boot) || record.isKernels());
    boot = of;
  }
}
