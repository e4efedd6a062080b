package dev.unhang.logs.form;

import dev.unhang.logs.peel.FirstBytes;
import dev.unhang.logs.peel.Peeled;
import dev.unhang.logs.peel.Peelers;

/// Peels lines as they come. The lines of a report bear one stamp: where a line begins exactly as
/// the one before, what was peeled off that one needn't be looked at again.
///
/// What follows keeps that true: a blank, since no layer begins with one once a stamp is taken off,
/// or a letter, where the stamp says who wrote the line and no layer is left.
final class StampedLines {
  private Peeled before = Peeled.raw("");
  private String stamp = "";

  Peeled peel(String line) {
    if (!stamp.isEmpty() && line.startsWith(stamp) && !Peelers.isMarked(line)) {
      Peeled same =
          new Peeled(
              line.substring(stamp.length()), before.at(), before.identifier(), before.layers());
      if (isWhole(same)) {
        return same;
      }
    }
    Peeled peeled = Peelers.peel(line);
    before = peeled;
    stamp = stamp(line, peeled);
    return peeled;
  }

  /// Whether nothing more can belong to the stamp.
  private static boolean isWhole(Peeled line) {
    String rest = line.rest();
    return FirstBytes.at(rest, 0) == ' '
        || FirstBytes.isLetter(rest, 0) && line.identifier().isPresent() && Peelers.isBare(line);
  }

  /// What was taken off the front; empty where a line that begins so might be peeled otherwise.
  private static String stamp(String line, Peeled peeled) {
    int length = line.length() - peeled.rest().length();
    boolean is =
        peeled.at().isKnown()
            && length > 0
            && line.charAt(length - 1) == ' '
            && line.endsWith(peeled.rest())
            && !Peelers.isMarked(line);
    return is ? line.substring(0, length) : "";
  }
}
