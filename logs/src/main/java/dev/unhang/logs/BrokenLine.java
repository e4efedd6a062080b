package dev.unhang.logs;

import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.logs.message.UnitHang;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.KernelEvent.LinkChanged;
import dev.unhang.model.log.KernelEvent.TransmitTimedOut;
import dev.unhang.model.log.KernelEvent.WatchdogFired;
import dev.unhang.model.log.LinkMode;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.QueueTimeout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line that a mail program broke at blanks, or a terminal within words: its pieces, and what
/// they say together. The words still have to begin at the first piece's first byte, so nothing
/// counts that a record's first line could not have said.
final class BrokenLine {
  /// A line that was broken: longer ones hold no message of a network card.
  private static final int LONGEST = 400;

  /// Pieces a line was broken into, at most.
  private static final int MOST_PIECES = 4;

  /// What a record has on more lines is set in farther than a mail program sets in what it broke.
  private static final int DEEPEST = 8;

  private BrokenLine() {}

  /// The pieces as one line, where only together they say something, or more than before.
  ///
  /// @param begun the pieces so far
  /// @param held what these say by themselves
  /// @param inReport whether a hang report is open, whose fields may be broken
  static Optional<LogRecord> mended(
      LogRecord begun, LogRecord next, Optional<KernelEvent> held, boolean inReport) {
    String piece = next.lines().getFirst();
    boolean alone = next.border() == Border.UNKNOWN && says(next, piece, inReport);
    if (!mayGoOn(begun, next) || alone || isWholeHeader(piece)) {
      return Optional.empty();
    }
    List<String> pieces = append(begun.lines(), piece);
    String hard = String.join("", pieces);
    String atBlanks = String.join(" ", pieces.stream().map(String::strip).toList());
    if (hard.length() > LONGEST) {
      return Optional.empty();
    }
    if (held.isEmpty()) {
      List<String> telling =
          List.of(atBlanks, hard).stream().filter(text -> says(begun, text, inReport)).toList();
      return telling.isEmpty()
          ? Optional.empty()
          : Optional.of(withLines(begun, List.of(better(begun, telling))));
    }
    return Optional.of(better(begun, List.of(atBlanks, hard)))
        .filter(text -> isPiece(piece) && isOfKind(begun, text, held.get()))
        .map(text -> withLines(begun, List.of(text)));
  }

  /// Whether a line may be broken text's next piece.
  private static boolean mayGoOn(LogRecord begun, LogRecord next) {
    return (next.border() == Border.CONTINUES
            || next.border() == Border.UNKNOWN && begun.border() == Border.UNKNOWN)
        && begun.place() instanceof Place.Line at
        && next.place() instanceof Place.Line behind
        && behind.number() - at.number() <= begun.lines().size();
  }

  /// The pieces with one more, which say nothing yet.
  static Optional<LogRecord> longer(LogRecord begun, LogRecord next) {
    return begun.lines().size() < MOST_PIECES && mayGoOn(begun, next)
        ? Optional.of(withLines(begun, append(begun.lines(), next.lines().getFirst())))
        : Optional.empty();
  }

  private static boolean says(LogRecord record, String line, boolean inReport) {
    return record.isKernels()
            && (UnitHang.header(line).isPresent() || inReport && !UnitHang.fields(line).isEmpty())
        || record.border() != Border.CONTINUES && MessageFamilies.read(record, line).isPresent();
  }

  /// A stranger's text within a record: a broken header has its NIC in the piece before.
  private static boolean isWholeHeader(String piece) {
    return UnitHang.header(piece)
        .flatMap(LoggedNic::driver)
        .filter(driver -> piece.stripLeading().startsWith(driver))
        .isPresent();
  }

  private static boolean isPiece(String line) {
    return !line.isBlank() && line.length() - line.stripLeading().length() <= DEEPEST;
  }

  private static boolean isOfKind(LogRecord begun, String text, KernelEvent held) {
    return MessageFamilies.read(begun, text)
        .filter(event -> event.getClass() == held.getClass())
        .isPresent();
  }

  /// Whichever way of joining tells more: `timed out 50` and `04 ms` are one number.
  private static String better(LogRecord begun, List<String> texts) {
    String best = texts.getFirst();
    for (String text : texts) {
      if (details(begun, text) > details(begun, best)) {
        best = text;
      }
    }
    return best;
  }

  private static int details(LogRecord begun, String text) {
    return MessageFamilies.read(begun, text)
        .map(event ->
            switch (event) {
              case WatchdogFired fired -> details(fired.nic(), fired.timeout());
              case TransmitTimedOut timeout -> details(timeout.nic(), timeout.timeout());
              case LinkChanged link -> details(link.nic()) + details(link.mode());
              case KernelEvent other -> 1;
            })
        .orElse(0);
  }

  private static int details(LoggedNic nic, QueueTimeout timeout) {
    return details(nic) + (timeout.lasted().isPresent() ? 1 : 0);
  }

  private static int details(LinkMode mode) {
    return (mode.megabits().isPresent() ? 1 : 0) + (mode.full().isPresent() ? 1 : 0);
  }

  private static int details(LoggedNic nic) {
    return 1
        + (nic.driver().isPresent() ? 1 : 0)
        + (nic.pci().isPresent() ? 1 : 0)
        + (nic.interfaceName().isPresent() ? 1 : 0);
  }

  private static List<String> append(List<String> lines, String line) {
    List<String> more = new ArrayList<>(lines);
    more.add(line);
    return more;
  }

  private static LogRecord withLines(LogRecord record, List<String> lines) {
    return new LogRecord(
        record.boot(),
        record.at(),
        record.place(),
        lines,
        record.border(),
        record.identifier(),
        record.device());
  }
}
