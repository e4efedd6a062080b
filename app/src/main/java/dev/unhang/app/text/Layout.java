package dev.unhang.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How lines are laid out for what shows them.
///
/// @param size of the terminal; empty where it is none: then only prose is broken
/// @param isAscii whether it may lack every other character, as the console of Linux does
/// @param colors whether it shows them, and they are wanted
public record Layout(Optional<Size> size, boolean isAscii, boolean colors) {
  /// Less is no terminal to read on.
  private static final Size SMALLEST = new Size(4, 20);

  /// The console of Linux, and what stands for a serial line.
  ///
  /// Man: console_codes(4), agetty(8)
  private static final Set<String> CONSOLES =
      Set.of("linux", "vt100", "vt102", "vt220", "dumb", "");

  /// A pipe or a file.
  public static final Layout PIPE = new Layout(Optional.empty(), false, false);

  /// A terminal.
  ///
  /// @param size as the kernel knows it; empty or 0 where it does not
  /// @param environment of the process: TERM
  public static Layout terminal(Optional<Size> size, Map<String, String> environment) {
    boolean isConsole = CONSOLES.contains(environment.getOrDefault("TERM", ""));
    int rows = known(size.map(Size::rows), Size.VT100.rows(), SMALLEST.rows());
    int columns = known(size.map(Size::columns), Size.VT100.columns(), SMALLEST.columns());
    int most = isConsole ? Math.min(columns, Size.VT100.columns()) : columns;
    return new Layout(Optional.of(new Size(rows, most)), isConsole, false);
  }

  private static int known(Optional<Integer> said, int usual, int least) {
    return Math.max(least, said.filter(each -> each > 0).orElse(usual));
  }

  public Layout withColors(boolean wanted) {
    return new Layout(size, isAscii, wanted);
  }

  /// A line as it is shown, in as many lines as it takes. No word is broken.
  public List<String> lines(Line line) {
    String text = isAscii ? Ascii.of(line.text()) : line.text();
    int wide =
        size.map(Size::columns).orElse(line.isProse() ? Size.VT100.columns() : Integer.MAX_VALUE);
    List<String> lines = folded(text, wide, Math.min(line.hang(), wide / 2));
    return colors ? lines.stream().map(line.ink()::on).toList() : lines;
  }

  private static List<String> folded(String text, int wide, int hang) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > wide) {
      int cut = cut(rest, hang, wide);
      if (cut < 0) {
        break;
      }
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = " ".repeat(hang) + rest.substring(cut).strip();
    }
    lines.add(rest.stripTrailing());
    return lines;
  }

  /// The last blank that leaves the line within its width, else the first one behind it. What
  /// stands before the text, as a label, is never left alone.
  private static int cut(String text, int hang, int wide) {
    int begin = hang;
    while (begin < text.length() && text.charAt(begin) == ' ') {
      begin++;
    }
    int last = text.lastIndexOf(' ', wide);
    return last > begin ? last : text.indexOf(' ', Math.max(begin, wide));
  }
}
