package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// NUL bytes before a line: what a power cut leaves of a file that was being written. The next
/// boot's first line stands behind them.
final class NulRun implements Peeler {
  private static final Pattern FORM = Pattern.compile("^\\x00+");

  @Override
  public boolean mayApply(String rest) {
    return !rest.isEmpty() && rest.charAt(0) == '\0';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.lookingAt()
        ? Optional.of(line.without("NUL bytes", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
