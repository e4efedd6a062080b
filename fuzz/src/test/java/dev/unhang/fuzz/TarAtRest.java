package dev.unhang.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// A tar archive in memory.
///
/// Doc: POSIX.1-2017, pax, "ustar Interchange Format"
final class TarAtRest {
  private static final int BLOCK = 512;

  private TarAtRest() {}

  /// @param files by their names
  static byte[] of(Map<String, String> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TreeMap<>(files)
        .forEach((name, text) -> write(out, name, text.getBytes(StandardCharsets.UTF_8)));
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String name, byte[] content) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 124, String.format("%011o\0", content.length));
    put(header, 136, "00000000000\0");
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    out.writeBytes(header);
    out.writeBytes(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
  }

  /// The same of contents that are any bytes, in their order.
  static byte[] ofBytes(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.forEach((name, content) -> write(out, name, content));
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, BLOCK - at));
  }
}
