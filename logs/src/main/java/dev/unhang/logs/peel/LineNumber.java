package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// ` 36 ` before every line: `cat -n`, `nl`, `less -N`, an editor that shows numbers.
///
/// Man: cat(1), "--number"; nl(1), "--number-width"
final class LineNumber implements Peeler {
  private static final Pattern FORM =
      Pattern.compile("^ {0,10}\\d{1,9}(?:\\t| {1,3}(?:[|\u2502] )?)");

  @Override
  public boolean mayApply(String rest) {
    int at = 0;
    while (FirstBytes.at(rest, at) == ' ') {
      at++;
    }
    return FirstBytes.isDigit(rest, at);
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.lookingAt() && Peelers.bearsStamp(line.rest().substring(matcher.end()))
        ? Optional.of(line.without("line number", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
