package dev.unhang.diagnose.log;

import java.util.function.Predicate;

/// Chooses the lines of a bulk log that are read: those that may matter with what is around them,
/// and one now and then, so that no boot begins unseen.
final class BulkLines {
  /// A report's first fields may stand before its first word that is looked for.
  private static final int BEFORE = 8;

  /// A report ends after 40 lines without a field.
  private static final int BEHIND = 48;

  /// Bytes between lines that are looked at whatever they say.
  private static final int SAMPLE = 64 << 10;

  private final Lines.Taker taker;
  private final Predicate<String> isOfAnotherBoot;
  private int owed;

  /// @param isOfAnotherBoot told of a line before it is read: whether a boot began somewhere
  ///   between the last line that was read and this one
  BulkLines(Lines.Taker taker, Predicate<String> isOfAnotherBoot) {
    this.taker = taker;
    this.isOfAnotherBoot = isOfAnotherBoot;
  }

  /// Reads what may matter in a block, and its first and last lines: what is before a block's first
  /// candidate has been read when it comes.
  ///
  /// @param linesBefore how many lines there were before the block
  void accept(Block block, long linesBefore) {
    new Walk(block, linesBefore).run();
  }

  /// The way through one block.
  private final class Walk {
    private final Block block;
    private final byte[] bytes;
    private int at;
    private long number;

    Walk(Block block, long linesBefore) {
      this.block = block;
      this.bytes = block.bytes();
      this.at = block.from();
      this.number = linesBefore;
    }

    void run() {
      readTo(forward(at, BEFORE));
      int tail = back(block.to(), BEFORE);
      while (at < block.to()) {
        if (owed > 0) {
          readLine();
        } else {
          goOn(tail);
        }
      }
    }

    private void goOn(int tail) {
      int place = block.placeFrom(at);
      int region = place < block.to() ? back(lineOf(place), BEFORE) : block.to();
      int sample = forward(Math.min(at + SAMPLE, block.to()), 1);
      if (region <= Math.min(sample, tail)) {
        passTo(region);
        readTo(lineOf(place));
        readLine();
      } else if (sample < tail) {
        sample(sample);
      } else {
        passTo(tail);
        readTo(block.to());
      }
    }

    private void sample(int line) {
      if (isOfAnotherBoot.test(Lines.text(bytes, line, endOf(line)))) {
        readTo(line);
      } else {
        passTo(line);
      }
      readLine();
    }

    private void passTo(int line) {
      if (line > at) {
        number += Block.newlines(bytes, at, line);
        at = line;
      }
    }

    private void readTo(int line) {
      while (at < line) {
        readLine();
      }
    }

    private void readLine() {
      int end = endOf(at);
      number++;
      owed = block.placeFrom(at) < end ? BEHIND : Math.max(0, owed - 1);
      boolean cut = end - at > Lines.MAX_BYTES;
      taker.line(Lines.text(bytes, at, cut ? at + Lines.MAX_BYTES : end), number, cut);
      at = Math.min(end + 1, block.to());
    }

    private int endOf(int line) {
      int end = line;
      while (end < block.to() && bytes[end] != '\n') {
        end++;
      }
      return end;
    }

    /// Where the line begins that holds a place.
    private int lineOf(int place) {
      int line = place;
      while (line > at && bytes[line - 1] != '\n') {
        line--;
      }
      return line;
    }

    private int back(int line, int lines) {
      int begin = line;
      for (int i = 0; i < lines && begin > at; i++) {
        begin = lineOf(begin - 1);
      }
      return begin;
    }

    private int forward(int line, int lines) {
      int begin = line;
      for (int i = 0; i < lines && begin < block.to(); i++) {
        begin = Math.min(endOf(begin) + 1, block.to());
      }
      return begin;
    }
  }
}
