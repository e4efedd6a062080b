package dev.unhang.diagnose.log;

/// Peels lines as they come. The lines of a report bear one stamp: where an indented one begins
/// exactly as the line before, what was peeled off that one needn't be looked at again.
///
/// A blank behind the stamp keeps that true: no layer begins with one once a stamp is taken off.
final class StampedLines {
  private Peeled before = Peeled.raw("");
  private String stamp = "";

  Peeled peel(String line) {
    if (bearsTheSame(line)) {
      return new Peeled(
          line.substring(stamp.length()), before.at(), before.identifier(), before.layers());
    }
    Peeled peeled = Peelers.peel(line);
    before = peeled;
    stamp = stamp(line, peeled);
    return peeled;
  }

  private boolean bearsTheSame(String line) {
    return !stamp.isEmpty()
        && FirstBytes.at(line, stamp.length()) == ' '
        && line.startsWith(stamp)
        && !Peelers.isMarked(line);
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
