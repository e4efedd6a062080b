package dev.unhang.logs.peel;

import java.util.List;
import java.util.Optional;

/// All peelers, in the order they are tried.
public final class Peelers {
  /// What only the logger puts there. Where it stands, a line of a log begins.
  private static final List<Peeler> STAMPS =
      List.of(
          new KmsgRecord(),
          new ProtocolStamp(),
          new PriorityMark(),
          new DecodedLevel(),
          new SyslogStamp(),
          new TimeOfDay(),
          new IsoStamp(),
          new FullStamp(),
          new UnixStamp(),
          new TaiStamp(),
          new LogreadStamp(),
          new PrintkStamp(),
          new CallerId(),
          new CalendarStamp(),
          new VmkernelWorld(),
          new ContainerStream(),
          new Logfmt(),
          new BareWriter());

  /// What people and their programs wrap around lines of a log. `user.err: ` looks like a file that
  /// grep names, and says that no kernel wrote the line: it comes first.
  private static final List<Peeler> WRAPS =
      List.of(
          new NulRun(),
          new MailQuote(),
          new InlineCode(),
          new Indent(),
          new GluedText(),
          new DecodedLevel(),
          new GrepPrefix(),
          new LineNumber());

  /// Around lines or within them.
  private static final List<Peeler> ANYWHERE =
      List.of(
          new Colour(), new Html(), new NoBreakSpaces(), new MarkdownEscapes(), new VisibleEnds());

  private static final List<Peeler> FRAMES = List.of(new Frame());

  /// More layers than any real log has; a line made of stamps alone ends here.
  private static final int MAX_LAYERS = 12;

  /// Marks that a time may stand behind: a level, a caller.
  private static final int MAX_STAMPS = 3;

  private Peelers() {}

  /// The line without any layer that is known.
  public static Peeled peel(String line) {
    Peeled peeled = Peeled.raw(line);
    boolean marked = isMarked(line);
    for (int layer = 0; layer < MAX_LAYERS; layer++) {
      Optional<Peeled> next = marked ? first(ANYWHERE, peeled) : Optional.empty();
      // What isn't in a line isn't in its rest either.
      marked = next.isPresent();
      next = next.isPresent() ? next : bare(peeled);
      if (next.isEmpty()) {
        return peeled;
      }
      peeled = next.get();
    }
    return peeled;
  }

  /// Whether there may be layers that stand anywhere in the line.
  public static boolean isMarked(String line) {
    return mayApply(ANYWHERE, line);
  }

  /// Whether a logger's mark is next.
  static boolean bearsStamp(String rest) {
    return first(STAMPS, Peeled.raw(rest)).isPresent();
  }

  /// Whether a time that a logger put there is next.
  static boolean bearsTime(String rest) {
    Peeled peeled = Peeled.raw(rest);
    for (int layer = 0; layer < MAX_STAMPS && !peeled.at().isKnown(); layer++) {
      Optional<Peeled> next = first(STAMPS, peeled);
      if (next.isEmpty()) {
        return false;
      }
      peeled = next.get();
    }
    return peeled.at().isKnown();
  }

  /// Whether no layer is left of a line whose stamp was taken off.
  public static boolean isBare(Peeled line) {
    return first(STAMPS, line).isEmpty();
  }

  /// Wraps are outside of stamps: behind a stamp stands the message, whatever it looks like.
  private static Optional<Peeled> bare(Peeled line) {
    boolean within = line.at().isKnown();
    Optional<Peeled> next = within ? Optional.empty() : first(WRAPS, line);
    next = next.isPresent() ? next : first(STAMPS, line);
    return next.isPresent() || within ? next : first(FRAMES, line);
  }

  private static boolean mayApply(List<Peeler> peelers, String rest) {
    for (Peeler peeler : peelers) {
      if (peeler.mayApply(rest)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Peeled> first(List<Peeler> peelers, Peeled line) {
    String rest = line.rest();
    for (Peeler peeler : peelers) {
      Optional<Peeled> next = peeler.mayApply(rest) ? peeler.peel(line) : Optional.empty();
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }
}
