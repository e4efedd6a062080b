package dev.unhang.hosts.bundle;

import dev.unhang.hosts.kernellog.PackedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes a tar archive of files. Long names have GNU's form, which every tar reads.
///
/// Man: tar(5)
final class TarWriter {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int MODE_AT = 100;
  private static final int SIZE_AT = 124;
  private static final int TIME_AT = 136;
  private static final int SUM_AT = 148;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;

  private final OutputStream out;
  private final Instant time;

  /// @param time of all files
  TarWriter(OutputStream out, Instant time) {
    this.out = out;
    this.time = time;
  }

  void file(String name, PackedText text) throws IOException {
    byte[] long_name = name.getBytes(StandardCharsets.UTF_8);
    if (long_name.length >= NAME) {
      byte[] zeroEnded = java.util.Arrays.copyOf(long_name, long_name.length + 1);
      entry('L', "././@LongLink".getBytes(StandardCharsets.US_ASCII), PackedText.of(zeroEnded));
    }
    entry('0', long_name, text);
  }

  /// The end, two empty blocks. The stream stays open.
  void finish() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  private void entry(char type, byte[] name, PackedText text) throws IOException {
    byte[] header = new byte[BLOCK];
    System.arraycopy(name, 0, header, 0, Math.min(name.length, NAME - 1));
    put(header, MODE_AT, "0000600\0" + "0000000\0" + "0000000\0");
    put(header, SIZE_AT, String.format("%011o ", text.size()));
    put(header, TIME_AT, String.format("%011o ", time.getEpochSecond()));
    put(header, SUM_AT, "        ");
    header[TYPE_AT] = (byte) type;
    put(header, MAGIC_AT, "ustar  \0");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, SUM_AT, String.format("%06o\0 ", sum));
    out.write(header);
    try (InputStream content = text.open()) {
      content.transferTo(out);
    }
    out.write(new byte[(int) ((BLOCK - text.size() % BLOCK) % BLOCK)]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
