package dev.unhang.logs.peel;

import java.util.Optional;

/// The spaces that browsers and word processors put where a line may not be broken, and the marks
/// without a width that they put where it may.
///
/// Doc: Unicode, U+00A0, U+202F, U+2007; U+200B, U+2060, U+FEFF
final class NoBreakSpaces implements Peeler {
  @Override
  public boolean mayApply(String rest) {
    return rest.indexOf('\u00a0') >= 0
        || rest.indexOf('\u202f') >= 0
        || rest.indexOf('\u2007') >= 0
        || rest.indexOf('\u200b') >= 0
        || rest.indexOf('\u2060') >= 0
        || rest.indexOf('\ufeff') >= 0;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    StringBuilder text = new StringBuilder(line.rest().length());
    for (char c : line.rest().toCharArray()) {
      if (!isMark(c)) {
        text.append(isSpace(c) ? ' ' : c);
      }
    }
    return Optional.of(line.without("no-break spaces", text.toString()));
  }

  private static boolean isSpace(char c) {
    return c == '\u00a0' || c == '\u202f' || c == '\u2007';
  }

  private static boolean isMark(char c) {
    return c == '\u200b' || c == '\u2060' || c == '\ufeff';
  }
}
