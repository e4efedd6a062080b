package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Block;
import dev.unhang.logs.bulk.BulkLines;
import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// `journalctl -o json`: one entry a line; `json-seq` and `json-sse` put a mark before it.
///
/// Man: journalctl(1), "--output=json"; RFC 7464: a record separator before each entry
public final class JournalJson implements RecordSource {
  private static final String RECORD_SEPARATOR = "\u001e";
  private static final String SERVER_SENT_EVENT = "data: ";

  /// Entries of the kernel name it as their transport, or as who wrote them.
  private static final String KERNEL = "\"kernel\"";

  private static final String BOOT_ID = "\"" + JournalFields.BOOT_ID + "\"";

  private final Consumer<LogRecord> out;
  private final JsonEntries entries;
  private final Lines lines = new Lines(this::line);
  private final BulkLines bulk = new BulkLines(lines, this::isOfAnotherBoot, KERNEL);

  /// The boot of the last entry that was read, and whether one of the kernel's was read of it.
  private String boot = "";

  private boolean begun;
  private boolean ofKernel;

  /// Whether an entry was the kernel's that doesn't say so: then none may be passed over.
  private boolean unmarked;

  public JournalJson(Origin origin, Consumer<LogRecord> out) {
    this.out = out;
    this.entries =
        new JsonEntries(origin, JournalFields.NAMES, JournalFields::record, this::record);
  }

  private void line(String text, long number, boolean cut) {
    String of = boot(text);
    begun &= of.equals(boot);
    boot = of;
    ofKernel = false;
    entries.line(withoutMark(text), number, cut);
    begun |= ofKernel;
    unmarked |= ofKernel && !text.contains(KERNEL);
  }

  private void record(LogRecord record) {
    ofKernel |= record.isKernels();
    out.accept(record);
  }

  /// The value of its field, without a look at the rest; empty where there is none.
  private static String boot(String text) {
    int name = text.indexOf(BOOT_ID);
    int from = name < 0 ? -1 : text.indexOf('"', name + BOOT_ID.length());
    int to = from < 0 ? -1 : text.indexOf('"', from + 1);
    return to < 0 ? "" : text.substring(from + 1, to);
  }

  /// Also where nothing of the kernel was read of this boot yet: a log's coverage begins there.
  private boolean isOfAnotherBoot(String text) {
    return !begun || !boot(text).equals(boot);
  }

  @Override
  public boolean takesBlocks() {
    return !unmarked;
  }

  @Override
  public void accept(Block block, BooleanSupplier expectsMore) {
    bulk.accept(block, expectsMore);
  }

  /// Whether a log begins so: entries are objects, and name their cursor or message.
  public static boolean opens(List<String> lines) {
    String entry = lines.isEmpty() ? "" : withoutMark(lines.getFirst());
    return entry.startsWith("{")
        && entry.substring(1).stripLeading().startsWith("\"")
        && (entry.contains("\"" + JournalFields.CURSOR + "\"")
            || entry.contains("\"" + JournalFields.MESSAGE + "\""));
  }

  private static String withoutMark(String line) {
    for (String mark : List.of(RECORD_SEPARATOR, SERVER_SENT_EVENT)) {
      if (line.startsWith(mark)) {
        return line.substring(mark.length());
      }
    }
    return line;
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
    return List.of("journal json");
  }

  @Override
  public List<Trouble> troubles() {
    return entries.troubles();
  }
}
