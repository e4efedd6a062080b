package dev.unhang.logs.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/// UTF-16 with its byte order mark, as Windows PowerShell writes what is sent into a file: `ssh
/// pve-02 dmesg > dmesg.txt`.
///
/// RFC 2781, section 3.2. Doc: PowerShell 5.1, about_Redirection
final class WideText implements Packing {
  @Override
  public String name() {
    return "UTF-16";
  }

  @Override
  public boolean opens(byte[] first) {
    return Packings.begins(first, 0xff, 0xfe) || Packings.begins(first, 0xfe, 0xff);
  }

  @Override
  public InputStream open(InputStream packed) {
    return new Narrowed(new InputStreamReader(packed, StandardCharsets.UTF_16));
  }

  /// The same text in UTF-8.
  private static final class Narrowed extends InputStream {
    private static final int CHARACTERS = 8192;

    private final Reader text;
    private final char[] characters = new char[CHARACTERS + 1];

    /// The first half of a pair whose other half has not been read.
    private int held;

    private byte[] ready = new byte[0];
    private int at;

    Narrowed(Reader text) {
      this.text = text;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      while (at == ready.length) {
        int read = text.read(characters, held, CHARACTERS);
        if (read < 0 && held == 0) {
          return -1;
        }
        narrow(held + Math.max(read, 0), read < 0);
      }
      int taken = Math.min(length, ready.length - at);
      System.arraycopy(ready, at, buffer, offset, taken);
      at += taken;
      return taken;
    }

    private void narrow(int filled, boolean isEnd) {
      boolean splits = !isEnd && filled > 0 && Character.isHighSurrogate(characters[filled - 1]);
      int whole = splits ? filled - 1 : filled;
      ready = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
      at = 0;
      held = filled - whole;
      characters[0] = splits ? characters[whole] : 0;
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
