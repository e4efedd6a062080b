package dev.unhang.diagnose.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blanks, a comment's `#`, a list's dash or a prompt before a stamp, as people paste. A field's
/// own indent stays: no stamp is behind it.
final class Indent implements Peeler {
  private static final Pattern FORM = Pattern.compile("^(?:[ \\t]+|[#$*-][ \\t]+|\\S{1,40}[#$] +)");

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.find() && Peelers.bearsStamp(line.rest().substring(matcher.end()))
        ? Optional.of(line.without("indent", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
