package dev.unhang.diagnose.log;

import java.util.Optional;

/// `> ` before every line, as mail programs quote.
final class MailQuote implements Peeler {
  @Override
  public Optional<Peeled> peel(Peeled line) {
    String rest = line.rest();
    if (!rest.startsWith(">")) {
      return Optional.empty();
    }
    int from = rest.startsWith("> ") ? 2 : 1;
    return Optional.of(line.without("mail quote", rest.substring(from)));
  }
}
