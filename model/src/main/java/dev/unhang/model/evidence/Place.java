package dev.unhang.model.evidence;

/// A place in the evidence that a person can look up.
public sealed interface Place {
  /// The evidence the place is in.
  Origin origin();

  /// Whether one place comes right behind another, with nothing between them that was not read.
  /// Only lines know their neighbours.
  static boolean follows(Place before, Place behind) {
    return before instanceof Line one
        && behind instanceof Line other
        && other.number() - one.number() <= 1;
  }

  /// A line of text, counted from 1.
  record Line(Origin origin, long number) implements Place {
    public Line {
      if (number < 1) {
        throw new IllegalArgumentException("lines count from 1: " + number);
      }
    }

    @Override
    public String toString() {
      return origin + ":" + number;
    }
  }

  /// A journal entry, found again by `journalctl --cursor`.
  record Cursor(Origin origin, String cursor) implements Place {
    /// Cursors are 130 characters long; their `i=` alone tells one entry of a journal from the
    /// next.
    @Override
    public String toString() {
      String entry = cursor;
      for (String part : cursor.split(";", -1)) {
        if (part.startsWith("i=")) {
          entry = part;
        }
      }
      return origin + " (entry " + entry + ")";
    }
  }

  /// The whole of a small piece of evidence: a pseudo-file, a kernel's answer.
  record Whole(Origin origin) implements Place {
    @Override
    public String toString() {
      return origin.toString();
    }
  }
}
