package dev.unhang.diagnose.log;

import java.util.List;
import java.util.Optional;

/// All peelers, in the order they are tried.
final class Peelers {
  /// What only the logger puts there. Where it stands, a line of a log begins.
  private static final List<Peeler> STAMPS =
      List.of(
          new KmsgRecord(),
          new PriorityMark(),
          new DecodedLevel(),
          new SyslogStamp(),
          new TimeOfDay(),
          new IsoStamp(),
          new FullStamp(),
          new UnixStamp(),
          new LogreadStamp(),
          new PrintkStamp(),
          new CalendarStamp(),
          new VmkernelWorld(),
          new BareWriter());

  /// What people and their programs wrap around lines of a log.
  private static final List<Peeler> WRAPS =
      List.of(new NulRun(), new MailQuote(), new Indent(), new GrepPrefix());

  /// Around lines or within them.
  private static final Peeler HTML = new Html();

  /// More layers than any real log has; a line made of stamps alone ends here.
  private static final int MAX_LAYERS = 12;

  private Peelers() {}

  /// The line without any layer that is known.
  static Peeled peel(String line) {
    Peeled peeled = Peeled.raw(line);
    for (int layer = 0; layer < MAX_LAYERS; layer++) {
      Optional<Peeled> next = first(peeled);
      if (next.isEmpty()) {
        return peeled;
      }
      peeled = next.get();
    }
    return peeled;
  }

  /// Whether a logger's mark is next.
  static boolean bearsStamp(String rest) {
    Peeled line = Peeled.raw(rest);
    return STAMPS.stream().anyMatch(peeler -> peeler.peel(line).isPresent());
  }

  /// Wraps are outside of stamps: behind a stamp stands the message, whatever it looks like.
  private static Optional<Peeled> first(Peeled line) {
    List<Peeler> outside = line.at().isKnown() ? List.of() : WRAPS;
    return HTML.peel(line).or(() -> first(outside, line)).or(() -> first(STAMPS, line));
  }

  private static Optional<Peeled> first(List<Peeler> peelers, Peeled line) {
    for (Peeler peeler : peelers) {
      Optional<Peeled> next = peeler.peel(line);
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }
}
