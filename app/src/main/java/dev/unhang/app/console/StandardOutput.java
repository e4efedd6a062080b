package dev.unhang.app.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// A stream that remembers why it could not be written: a full disk, a reader that is gone.
/// PrintStream itself only knows that something went wrong.
public final class StandardOutput extends PrintStream {
  private final Remembering to;

  public StandardOutput(OutputStream to, boolean flushesLines) {
    this(new Remembering(to), flushesLines);
  }

  private StandardOutput(Remembering to, boolean flushesLines) {
    super(to, flushesLines, StandardCharsets.UTF_8);
    this.to = to;
  }

  /// In the kernel's words: `No space left on device`. Empty as long as nothing went wrong.
  String why() {
    return to.why;
  }

  private static final class Remembering extends FilterOutputStream {
    private volatile String why = "";

    Remembering(OutputStream to) {
      super(to);
    }

    @Override
    public void write(int one) throws IOException {
      try {
        out.write(one);
      } catch (IOException lost) {
        throw remembered(lost);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException lost) {
        throw remembered(lost);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException lost) {
        throw remembered(lost);
      }
    }

    private IOException remembered(IOException lost) {
      if (why.isEmpty()) {
        String message = lost.getMessage();
        why = message == null ? "it was refused" : message;
      }
      return lost;
    }
  }
}
