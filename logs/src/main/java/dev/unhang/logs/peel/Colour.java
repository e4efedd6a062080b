package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Pattern;

/// Colours and cursor moves of a terminal: `dmesg --color=always`, journalctl into a typescript, a
/// serial console's record. They stand around stamps and within lines.
///
/// Man: console_codes(4), "ECMA-48 CSI sequences"
final class Colour implements Peeler {
  private static final char ESCAPE = '\u001b';

  /// What is left where a program dropped the escape itself: the first stands at the line's begin.
  private static final Pattern BARE = Pattern.compile("\\[\\d{0,3}(?:;\\d{1,3}){0,4}m");

  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;?]{0,20}[A-Za-z]");

  @Override
  public boolean mayApply(String rest) {
    return rest.indexOf(ESCAPE) >= 0 || isBare(rest);
  }

  private static boolean isBare(String rest) {
    return FirstBytes.at(rest, 0) == '['
        && (FirstBytes.isDigit(rest, 1) || FirstBytes.at(rest, 1) == 'm')
        && BARE.matcher(rest).lookingAt();
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    String text = SEQUENCE.matcher(line.rest()).replaceAll("");
    if (isBare(text)) {
      text = BARE.matcher(text).replaceAll("");
    }
    return text.equals(line.rest()) ? Optional.empty() : Optional.of(line.without("colour", text));
  }
}
