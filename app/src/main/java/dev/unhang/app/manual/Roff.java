package dev.unhang.app.manual;

import java.util.Locale;

/// Text in the language of man pages.
///
/// Man: man(7), groff_char(7)
final class Roff {
  /// mandoc wants no longer line of input.
  private static final int COLUMNS = 78;

  private final StringBuilder text = new StringBuilder();

  /// The page's head.
  ///
  /// @param section as man(1) counts them
  /// @param date of what it describes; may be empty
  void title(String page, int section, String date, String source, String volume) {
    text.append(".TH ")
        .append(page.toUpperCase(Locale.ROOT))
        .append(" " + section + " \"")
        .append(date)
        .append("\" \"")
        .append(source)
        .append("\" \"")
        .append(volume)
        // Names of interfaces and kernel arguments must not be broken at hyphens.
        .append("\"\n.nh\n.ad l\n");
  }

  void section(String name) {
    text.append(".SH ").append(name).append('\n');
  }

  /// A heading within a section.
  void subsection(String name) {
    text.append(".SS ").append(escaped(name)).append("\n");
  }

  void paragraph(String plain) {
    text.append(".PP\n");
    lines(plain);
  }

  /// A term that hangs out, and what it means.
  ///
  /// @param marked with markup, on one line
  void item(String marked, String plain) {
    text.append(".TP\n").append(marked).append('\n');
    lines(plain);
  }

  /// Words as they are typed.
  void example(String typed) {
    text.append(".PP\n.RS 4\n.nf\n").append(escaped(typed)).append("\n.fi\n.RE\n");
  }

  /// A line with markup.
  void marked(String line) {
    text.append(line).append('\n');
  }

  /// Plain text, broken where it may be.
  void lines(String plain) {
    StringBuilder line = new StringBuilder();
    for (String word : plain.strip().split("\\s+", -1)) {
      String safe = escaped(word);
      if (!line.isEmpty() && line.length() + 1 + safe.length() > COLUMNS) {
        text.append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.isEmpty() ? control(safe) : " " + safe);
    }
    text.append(line).append('\n');
  }

  static String bold(String plain) {
    return "\\fB" + escaped(plain) + "\\fP";
  }

  static String italic(String plain) {
    return "\\fI" + escaped(plain) + "\\fP";
  }

  /// What would be read as a request where it begins a line.
  private static String control(String safe) {
    return safe.startsWith(".") || safe.startsWith("\\(aq") ? "\\&" + safe : safe;
  }

  /// A minus that is typed stays one, and so do the marks that roff would make round.
  static String escaped(String plain) {
    StringBuilder safe = new StringBuilder();
    plain.codePoints().forEach(each -> safe.append(escaped(each)));
    return safe.toString();
  }

  private static String escaped(int each) {
    return switch (each) {
      case '\\' -> "\\e";
      case '-' -> "\\-";
      case '\'' -> "\\(aq";
      case '`' -> "\\(ga";
      case '^' -> "\\(ha";
      case '~' -> "\\(ti";
      default ->
          each < 0x80 ? Character.toString(each) : String.format(Locale.ROOT, "\\[u%04X]", each);
    };
  }

  String text() {
    return text.toString();
  }
}
