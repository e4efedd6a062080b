package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blanks, a comment's `#`, a list's dash or a prompt before a stamp, as people paste. A field's
/// own indent stays: no stamp is behind it.
final class Indent implements Peeler {
  private static final Pattern FORM = Pattern.compile("^(?:[ \\t]+|[#$*-][ \\t]+|\\S{1,40}[#$] +)");

  private static final String MARKS = " \t#$*-";

  /// A prompt's length, with the blank behind it.
  private static final int PROMPT = 42;

  @Override
  public boolean mayApply(String rest) {
    if (rest.isEmpty() || MARKS.indexOf(rest.charAt(0)) >= 0) {
      return !rest.isEmpty();
    }
    int blank = rest.indexOf(' ');
    return blank > 1 && blank < PROMPT && "#$".indexOf(rest.charAt(blank - 1)) >= 0;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.lookingAt() && Peelers.bearsStamp(line.rest().substring(matcher.end()))
        ? Optional.of(line.without("indent", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
