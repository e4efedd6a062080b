package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `> ` before every line, as mail programs quote, as often as it was quoted.
final class MailQuote implements Peeler {
  private static final Pattern FORM = Pattern.compile("^(?:>+ ?)+");

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.at(rest, 0) == '>';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.lookingAt()
        ? Optional.of(line.without("mail quote", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
