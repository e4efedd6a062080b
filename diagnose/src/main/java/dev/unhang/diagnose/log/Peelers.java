package dev.unhang.diagnose.log;

import java.util.List;
import java.util.Optional;

/// All peelers, in the order they are tried.
final class Peelers {
  private static final List<Peeler> ALL =
      List.of(
          new MailQuote(),
          new PriorityMark(),
          new SyslogStamp(),
          new IsoStamp(),
          new PrintkStamp(),
          new CalendarStamp());

  /// More layers than any real log has; a line made of `> > >` alone ends here.
  private static final int MAX_LAYERS = 8;

  private Peelers() {}

  /// The line without any layer that is known.
  static Peeled peel(String line) {
    Peeled peeled = Peeled.raw(line);
    for (int layer = 0; layer < MAX_LAYERS; layer++) {
      Optional<Peeled> next = once(peeled);
      if (next.isEmpty()) {
        return peeled;
      }
      peeled = next.get();
    }
    return peeled;
  }

  private static Optional<Peeled> once(Peeled line) {
    for (Peeler peeler : ALL) {
      Optional<Peeled> next = peeler.peel(line);
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }
}
