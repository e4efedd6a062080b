package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Text that a program printed and that was kept, line by line.
///
/// @param origin where it was kept
/// @param firstLine number of its first line there, counted from 1
/// @param lines without their ends, carriage returns and terminal colours
public record PastedText(Origin origin, long firstLine, List<String> lines) {
  /// As much as a whole small file. `lspci -vvv` of a large server has half a megabyte.
  public static final int MAX_CHARACTERS = HostView.MAX_SMALL_FILE;

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;?]{0,20}[A-Za-z]");

  public PastedText {
    lines = List.copyOf(lines);
  }

  /// The text's lines; what is beyond [#MAX_CHARACTERS] is left out.
  public static PastedText of(String text, Origin origin) {
    List<String> lines = new ArrayList<>();
    int end = Math.min(text.length(), MAX_CHARACTERS);
    int from = 0;
    while (from < end) {
      int newline = text.indexOf('\n', from);
      int to = newline < 0 || newline > end ? end : newline;
      lines.add(clean(text.substring(from, to)));
      from = to + 1;
    }
    return new PastedText(origin, 1, lines);
  }

  private static String clean(String line) {
    String text = line;
    while (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.indexOf('\u001b') < 0 ? text : COLOUR.matcher(text).replaceAll("");
  }

  /// Some of its lines, which keep their numbers.
  ///
  /// @param from index of the first
  /// @param to index behind the last
  public PastedText part(int from, int to) {
    return new PastedText(origin, firstLine + from, lines.subList(from, to));
  }

  /// Where a line is.
  public Place place(int index) {
    return new Place.Line(origin, firstLine + index);
  }

  /// Whether nothing is in it.
  public boolean isBlank() {
    return lines.stream().allMatch(String::isBlank);
  }

  /// All of it.
  public String text() {
    return String.join("\n", lines);
  }
}
