package dev.unhang.logs.form;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// `journalctl -o json-pretty`, and entries that went through jq: an entry over many lines, or all
/// of them in a list.
///
/// Man: journalctl(1), "--output=json-pretty"
public final class JournalPretty implements RecordSource {
  private static final Pattern ENTRY =
      Pattern.compile("\\[?\\s*\\{\\s*\"_{0,2}[A-Z][A-Z0-9_]*\"\\s*:");

  private final JsonEntries entries;
  private final JsonObjects objects;

  public JournalPretty(Origin origin, Consumer<LogRecord> out) {
    this.entries = new JsonEntries(origin, JournalFields.NAMES, JournalFields::record, out);
    this.objects = new JsonObjects(entries);
  }

  /// Whether a log begins so: with a field behind a brace that stands alone, or behind the bracket
  /// of a list.
  public static boolean opens(List<String> lines) {
    String opening = String.join(" ", lines).strip();
    boolean isList = opening.startsWith("[");
    return (isList || lines.size() > 1 && lines.get(0).strip().equals("{"))
        && ENTRY.matcher(opening).lookingAt();
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    objects.accept(chunk, offset, length);
  }

  @Override
  public void finish() {
    objects.finish();
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
