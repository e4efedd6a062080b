package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `journalctl -o verbose`: the time and the cursor of an entry, then its fields, indented by four
/// blanks. What a value has behind a newline is indented as far as the value.
///
/// Man: journalctl(1), "--output=verbose". Source: systemd, src/shared/logs-show.c,
/// output_verbose(), print_multiline()
public final class JournalVerbose implements RecordSource {
  private static final Pattern ENTRY =
      Pattern.compile("^\\S.{10,60} \\[(?<cursor>s=\\p{XDigit}+;[^\\]\\s]{1,250})\\]$");

  private static final Pattern FIELD =
      Pattern.compile("^ {4}(?<name>[A-Z_][A-Z0-9_]{0,63})=(?<value>.*)$", Pattern.DOTALL);

  /// `t=660c1924a9029`: microseconds, as hexadecimal digits.
  private static final Pattern PART = Pattern.compile("(?:^|;)([btm])=(\\p{XDigit}{1,32})(?=;|$)");

  private static final int MICROS_DIGITS = 15;

  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final Lines lines = new Lines(this::line);
  private final Troubles troubles = new Troubles();
  private JournalFields entry = new JournalFields();
  private String name = "";
  private final StringBuilder value = new StringBuilder();
  private long begun = 1;

  public JournalVerbose(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
  }

  /// Whether a log begins so.
  public static boolean opens(List<String> lines) {
    return !lines.isEmpty() && ENTRY.matcher(lines.getFirst()).find();
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    lines.accept(chunk, offset, length);
  }

  @Override
  public void finish() {
    lines.finish();
    endEntry();
  }

  @Override
  public List<String> dialect() {
    return List.of("journal verbose");
  }

  @Override
  public List<Trouble> troubles() {
    return troubles.list();
  }

  private void line(String text, long number, boolean cut) {
    if (cut) {
      troubles.add(
          new Place.Line(origin, number), "line is longer than " + Lines.MAX_BYTES + " bytes, cut");
    }
    Matcher opening = ENTRY.matcher(text);
    Matcher field = FIELD.matcher(text);
    if (opening.find()) {
      endEntry();
      begun = number;
      cursor(opening.group("cursor"));
    } else if (field.find()) {
      endField();
      name = field.group("name");
      append(field.group("value"));
    } else if (!name.isEmpty()) {
      append("\n" + withoutIndent(text));
    }
  }

  private void append(String text) {
    if (value.length() + text.length() <= Lines.MAX_BYTES) {
      value.append(text);
    }
  }

  /// Blanks up to where the value began belong to journalctl, the others to the message.
  private String withoutIndent(String text) {
    int most = "    ".length() + name.length() + "=".length();
    int blanks = 0;
    while (blanks < Math.min(most, text.length()) && text.charAt(blanks) == ' ') {
      blanks++;
    }
    return text.substring(blanks);
  }

  private void cursor(String cursor) {
    entry.put(JournalFields.CURSOR, cursor);
    Matcher part = PART.matcher(cursor);
    while (part.find()) {
      String digits = part.group(2);
      switch (part.group(1)) {
        case "b" -> entry.put(JournalFields.BOOT_ID, digits);
        case "t" -> micros(digits).ifPresent(it -> entry.put(JournalFields.REALTIME, it));
        default -> micros(digits).ifPresent(it -> entry.put(JournalFields.MONOTONIC, it));
      }
    }
  }

  private static Optional<String> micros(String digits) {
    return digits.length() > MICROS_DIGITS
        ? Optional.empty()
        : Optional.of(String.valueOf(Long.parseLong(digits, 16)));
  }

  private void endField() {
    if (!name.isEmpty()) {
      entry.put(name, value.toString());
    }
    name = "";
    value.setLength(0);
  }

  private void endEntry() {
    endField();
    entry.record(new Place.Line(origin, begun)).ifPresent(out);
    entry = new JournalFields();
  }
}
