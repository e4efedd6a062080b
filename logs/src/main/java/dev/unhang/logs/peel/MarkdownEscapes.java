package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Pattern;

/// `\[ 19.348376\]`: backslashes before what would be markup, as forums' editors and exports of
/// tickets put them.
///
/// Doc: CommonMark 0.31, section 2.4
final class MarkdownEscapes implements Peeler {
  private static final Pattern FORM = Pattern.compile("\\\\([\\[\\]<>_*#|`(){}.!~+-])");

  @Override
  public boolean mayApply(String rest) {
    return rest.indexOf('\\') >= 0;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    String text = FORM.matcher(line.rest()).replaceAll("$1");
    return text.equals(line.rest())
        ? Optional.empty()
        : Optional.of(line.without("markdown escapes", text));
  }
}
