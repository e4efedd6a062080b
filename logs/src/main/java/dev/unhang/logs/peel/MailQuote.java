package dev.unhang.logs.peel;

import java.util.Optional;

/// `> ` before every line, as mail programs quote, as often as it was quoted. A mark that ends the
/// line may be a report's own, which a terminal broke off.
final class MailQuote implements Peeler {
  private static final char MARK = '>';

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.at(rest, 0) == MARK && rest.length() > 1;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    String rest = line.rest();
    int begin = 0;
    while (FirstBytes.at(rest, begin) == MARK) {
      begin++;
      if (FirstBytes.at(rest, begin) == ' ') {
        begin++;
      }
    }
    if (begin == rest.length() && rest.charAt(begin - 1) == MARK) {
      begin--;
    }
    return begin == 0
        ? Optional.empty()
        : Optional.of(line.without("mail quote", rest.substring(begin)));
  }
}
