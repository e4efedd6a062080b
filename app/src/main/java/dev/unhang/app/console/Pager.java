package dev.unhang.app.console;

import dev.unhang.app.text.Size;
import dev.unhang.linux.command.PagerProgram;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows by a pager what is longer than the terminal is high, so that its beginning stays to be
/// read. What fits is simply shown, and where no pager can be started, all of it.
///
/// Man: less(1), pager(1)
public final class Pager implements AutoCloseable {
  private static final int TAB = 8;

  private final Console under;
  private final Buffer buffer;
  private final PrintStream out;

  public Pager(Console under) {
    this.under = under;
    Size size = under.layout().size().orElse(Size.VT100);
    this.buffer = new Buffer(size.rows() - 1, size.columns());
    this.out = new PrintStream(buffer, false, StandardCharsets.UTF_8);
  }

  /// The console that what is paged is said to.
  public Console console() {
    return under.through(out);
  }

  /// Shows what is left, and waits until a person has read it.
  @Override
  public void close() {
    out.flush();
    buffer.end();
  }

  /// The command of a pager, by the environment: PAGER, else less, which ends by itself where all
  /// fits and keeps colours; empty where none is wanted.
  static Optional<List<String>> command(Map<String, String> environment) {
    String pager = environment.getOrDefault("PAGER", "less -FRX").strip();
    return pager.isEmpty()
            || pager.equals("cat")
            || environment.getOrDefault("TERM", "").equals("dumb")
        ? Optional.empty()
        : Optional.of(List.of(pager.split("\\s+", -1)));
  }

  private final class Buffer extends OutputStream {
    private final int rows;
    private final int columns;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int row;
    private int column;
    private boolean isOver;
    private boolean isStarted;
    private Optional<PagerProgram> pager = Optional.empty();

    Buffer(int rows, int columns) {
      this.rows = rows;
      this.columns = columns;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      for (int i = offset; !isOver && i < offset + length; i++) {
        count(bytes[i]);
      }
      if (isOver && !isStarted) {
        isStarted = true;
        start();
      }
      if (pager.isPresent()) {
        pager.get().write(bytes, offset, length);
      } else if (isOver) {
        under.out().write(bytes, offset, length);
      } else {
        held.write(bytes, offset, length);
      }
    }

    private void count(byte next) {
      if (next == '\n') {
        row++;
        column = 0;
      } else if (next == '\t') {
        column += TAB - column % TAB;
      } else if ((next & 0xc0) != 0x80) {
        column++;
      }
      if (column > columns) {
        row++;
        column = 1;
      }
      isOver = row > rows;
    }

    private void start() {
      under.out().flush();
      pager = command(under.environment()).flatMap(PagerProgram::start);
      byte[] first = held.toByteArray();
      held.reset();
      if (pager.isPresent()) {
        pager.get().write(first, 0, first.length);
      } else {
        under.out().write(first, 0, first.length);
      }
    }

    private void end() {
      if (pager.isPresent()) {
        pager.get().end();
        return;
      }
      byte[] all = held.toByteArray();
      under.out().write(all, 0, all.length);
      under.out().flush();
    }
  }
}
