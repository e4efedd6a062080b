package dev.unhang.logs.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Chooses the lines of a bulk log that are read: those that may matter with what is around them,
/// and one now and then, so that no boot begins unseen.
public final class BulkLines {
  /// A report's first fields may stand before its first word that is looked for.
  private static final int BEFORE = 4;

  /// A mail program may have broken a line in two.
  private static final int BEFORE_SINGLE = 1;

  private static final int BEHIND = 1;

  /// Bytes between lines that are looked at whatever they say.
  private static final int SAMPLE = 256 << 10;

  private final Lines lines;
  private final Predicate<String> isOfAnotherBoot;
  private final byte[] mark;
  private int owed;

  /// @param isOfAnotherBoot told of a line before it is read: whether a boot began somewhere
  ///   between the last line that was read and this one
  public BulkLines(Lines lines, Predicate<String> isOfAnotherBoot) {
    this(lines, isOfAnotherBoot, "");
  }

  /// @param mark what stands in each of the lines that tell how far the log reaches: of all lines
  ///   that are passed over, the last of those is read; empty where any line tells it
  public BulkLines(Lines lines, Predicate<String> isOfAnotherBoot, String mark) {
    this.lines = lines;
    this.isOfAnotherBoot = isOfAnotherBoot;
    this.mark = mark.getBytes(StandardCharsets.UTF_8);
  }

  /// Reads what may matter in a block, and its first and last lines, so that the line before a
  /// block's first candidate has been read when it comes.
  ///
  /// @param expectsMore whether a report has begun that may go on
  public void accept(Block block, BooleanSupplier expectsMore) {
    new Walk(block).run(expectsMore);
  }

  /// The way through one block.
  private final class Walk {
    private final Block block;
    private final byte[] bytes;
    private int at;

    Walk(Block block) {
      this.block = block;
      this.bytes = block.bytes();
      this.at = block.from();
    }

    void run(BooleanSupplier expectsMore) {
      readTo(forward(at, 1));
      int tail = back(block.to(), 1);
      while (at < block.to()) {
        if (owed > 0 || expectsMore.getAsBoolean()) {
          readLine();
        } else {
          goOn(tail);
        }
      }
    }

    private void goOn(int tail) {
      int place = block.placeFrom(at);
      int region = place < block.to() ? regionOf(place) : block.to();
      int sample = forward(Math.min(at + SAMPLE, block.to()), 1);
      int next = Math.min(Math.min(region, sample), tail);
      comeTo(next);
      readLine();
      while (next == region && at <= place) {
        readLine();
      }
    }

    private int regionOf(int place) {
      return back(lineOf(place), block.opens(place) ? BEFORE : BEFORE_SINGLE);
    }

    /// Passes over the lines up to one, or reads them where a boot begins among them.
    private void comeTo(int line) {
      if (line > at && isOfAnotherBoot.test(text(line))) {
        readTo(line);
      } else {
        int marked = lastMark(line);
        if (marked >= 0) {
          passTo(lineOf(marked));
          readLine();
        }
        passTo(line);
      }
    }

    /// Where the last mark stands before a line; -1 where there is none.
    private int lastMark(int line) {
      if (mark.length == 0) {
        return -1;
      }
      for (int place = line - mark.length; place >= at; place--) {
        if (bytes[place] == mark[0]
            && Arrays.equals(bytes, place, place + mark.length, mark, 0, mark.length)) {
          return place;
        }
      }
      return -1;
    }

    private String text(int line) {
      return new String(bytes, line, endOf(line) - line, StandardCharsets.UTF_8);
    }

    private void passTo(int line) {
      if (line > at) {
        lines.skip(block.lines(at, line));
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
      owed = block.placeFrom(at) < end ? BEHIND : Math.max(0, owed - 1);
      int next = Math.min(end + 1, block.to());
      lines.accept(bytes, at, next - at);
      if (end == next) {
        lines.end();
      }
      at = next;
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
