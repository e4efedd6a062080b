package dev.unhang.logs.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of a hang report's lines, each a label and a hexadecimal number: `TDH <61>`.
///
/// Read from the value backwards and without a regular expression: a card that hangs for a night
/// writes a hundred thousand such lines.
final class ReportFields {
  /// Every label of the family, in the order printed.
  private static final List<String> LABELS =
      List.of(
          "Tx Queue",
          "TDH",
          "TDT",
          "next_to_use",
          "next_to_clean",
          "time_stamp",
          "next_to_watch",
          "jiffies",
          "next_to_watch.status",
          "desc.status",
          "dma",
          "MAC Status",
          "PHY Status",
          "PHY 1000BASE-T Status",
          "PHY Extended Status",
          "PCI Status");

  /// A number of 64 bits.
  private static final int MAX_DIGITS = 16;

  /// ixgbe prints two registers on a line.
  private static final String TWO_LABELS = "TDH, TDT";

  private static final Pattern TWO =
      Pattern.compile(TWO_LABELS + "\\s*<([0-9a-fA-F]{1,16})>, <([0-9a-fA-F]{1,16})>");

  private ReportFields() {}

  /// Labels and values of a line, lower-case hex. Elided values are left out.
  static Map<String, String> in(String line) {
    if (line.indexOf('<') < 0) {
      return Map.of();
    }
    String single = withOneEach(line);
    Map<String, String> fields = new LinkedHashMap<>();
    for (int at = single.indexOf('<'); at >= 0; at = single.indexOf('<', at + 1)) {
      String label = labelBefore(single, at);
      int end = endOfNumber(single, at + 1);
      if (label != null && end > at + 1) {
        fields.putIfAbsent(label, single.substring(at + 1, end).toLowerCase(Locale.ROOT));
      }
    }
    return fields;
  }

  /// Whether a field is the first that stands in the text, blanks aside.
  static boolean beginIn(String text) {
    String single = withOneEach(text.stripLeading());
    int at = single.indexOf('<');
    String label = at < 0 ? null : labelBefore(single, at);
    return label != null
        && single.startsWith(label)
        && endOfNumber(single, at + 1) > at + 1
        && endOfLabel(single, at) == label.length();
  }

  /// Where a label stands in the order of printing; -1 for none of the family.
  static int order(String label) {
    return LABELS.indexOf(label);
  }

  private static String withOneEach(String line) {
    return line.contains(TWO_LABELS) ? TWO.matcher(line).replaceFirst("TDH <$1> TDT <$2>") : line;
  }

  /// A label that another one begins or ends with is told from it by what stands around it.
  private static @Nullable String labelBefore(String line, int value) {
    int end = endOfLabel(line, value);
    for (String label : LABELS) {
      int begin = end - label.length();
      if (line.startsWith(label, begin) && !isOfWord(line, begin - 1)) {
        return label;
      }
    }
    return null;
  }

  private static int endOfLabel(String line, int value) {
    int end = value;
    while (end > 0 && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static boolean isOfWord(String line, int at) {
    if (at < 0) {
      return false;
    }
    char c = line.charAt(at);
    return c == '.' || c == '_' || c < 0x80 && Character.isLetterOrDigit(c);
  }

  /// Behind the digits, where the bracket closes; `from` where no number stands there.
  private static int endOfNumber(String line, int from) {
    int end = from;
    while (end < line.length() && end - from < MAX_DIGITS && isHexDigit(line.charAt(end))) {
      end++;
    }
    return end < line.length() && line.charAt(end) == '>' ? end : from;
  }

  private static boolean isHexDigit(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }
}
