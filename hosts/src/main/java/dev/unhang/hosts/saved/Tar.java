package dev.unhang.hosts.saved;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Reads tar archives, of ustar, GNU and pax form, entry by entry. Nothing is written anywhere, so
/// that links and odd names do no harm; they are refused all the same, since they are no evidence.
///
/// Man: tar(5)
public final class Tar {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int SUM_AT = 148;
  private static final int SUM_LENGTH = 8;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX_LENGTH = 155;
  private static final int OCTAL = 8;
  private static final int MAX_ENTRIES = 200_000;

  /// Names of pax and GNU form are files of their own.
  private static final int MAX_LONG_NAME = 8192;

  private final InputStream in;
  private final Entries entries;
  private String longName = "";

  /// Takes what is found.
  public interface Entries {
    /// A regular file.
    ///
    /// @param content ends where the entry does; what is not read is passed over
    void file(String name, long size, InputStream content) throws IOException;

    /// An entry that was refused, or the end where the archive is damaged.
    void refused(String name, String why);
  }

  private Tar(InputStream in, Entries entries) {
    this.in = in;
    this.entries = entries;
  }

  /// Whether a file begins as a tar archive does.
  ///
  /// @param first its first 512 bytes
  public static boolean begins(byte[] first) {
    return first.length >= BLOCK && sumIsRight(first);
  }

  /// Every entry. What is behind damage is not read, and that is said.
  public static void read(InputStream in, Entries entries) {
    try {
      new Tar(in, entries).read();
    } catch (EOFException cut) {
      entries.refused("", "the archive ends too early");
    } catch (IOException broken) {
      entries.refused("", String.valueOf(broken.getMessage()));
    }
  }

  private void read() throws IOException {
    for (int count = 0; count < MAX_ENTRIES; count++) {
      byte[] header = in.readNBytes(BLOCK);
      if (header.length == 0 || isZero(header)) {
        return;
      }
      if (header.length < BLOCK) {
        throw new EOFException();
      }
      if (!sumIsRight(header)) {
        entries.refused("", "no header of an entry where one must be: the rest is not read");
        return;
      }
      Optional<Long> size = number(header, SIZE_AT, SIZE_LENGTH);
      if (size.isEmpty()) {
        entries.refused(name(header), "its size is no number: the rest is not read");
        return;
      }
      entry(header, size.get());
    }
    entries.refused("", "more than " + MAX_ENTRIES + " entries: the rest is not read");
  }

  private void entry(byte[] header, long size) throws IOException {
    Bounded content = new Bounded(in, size);
    char type = (char) header[TYPE_AT];
    if (type == 'L' || type == 'x') {
      byte[] text = content.readNBytes((int) Math.min(size, MAX_LONG_NAME));
      String found = type == 'L' ? zeroEnded(text, 0, text.length) : paxPath(text);
      longName = found.isEmpty() ? longName : found;
    } else {
      String name = longName.isEmpty() ? name(header) : longName;
      longName = "";
      member(type, name, size, content);
    }
    content.skipRest((BLOCK - size % BLOCK) % BLOCK);
  }

  private void member(char type, String name, long size, InputStream content) throws IOException {
    boolean isFile = type == '0' || type == '\0' || type == '7';
    if (type == '5' || type == 'g') {
      return;
    }
    if (!isFile) {
      entries.refused(name, "is a link or a device, not a file");
    } else if (name.startsWith("/") || List.of(name.split("/", -1)).contains("..")) {
      entries.refused(name, "its name leads out of the archive");
    } else {
      entries.file(name, size, content);
    }
  }

  /// `27 path=a/name\n`, the length counting itself.
  private static String paxPath(byte[] text) {
    String records = new String(text, StandardCharsets.UTF_8);
    for (String record : records.split("\n", -1)) {
      int at = record.indexOf(" path=");
      if (at > 0 && record.substring(0, at).chars().allMatch(c -> c >= '0' && c <= '9')) {
        return record.substring(at + " path=".length());
      }
    }
    return "";
  }

  private static String name(byte[] header) {
    String name = zeroEnded(header, 0, NAME);
    boolean isUstar = zeroEnded(header, MAGIC_AT, 6).equals("ustar");
    String prefix = isUstar ? zeroEnded(header, PREFIX_AT, PREFIX_LENGTH) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String zeroEnded(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private static boolean isZero(byte[] block) {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  /// Octal digits; sizes of 8 GiB and more, in base 256, are beyond any report.
  private static Optional<Long> number(byte[] header, int at, int length) {
    long value = 0;
    boolean any = false;
    for (int i = at; i < at + length; i++) {
      int c = header[i];
      if (c >= '0' && c <= '7') {
        value = value * OCTAL + (c - '0');
        any = true;
      } else if (c != ' ' && c != 0) {
        return Optional.empty();
      } else if (any) {
        break;
      }
    }
    return any ? Optional.of(value) : Optional.empty();
  }

  /// The sum of all bytes, its own eight taken as blanks.
  private static boolean sumIsRight(byte[] header) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= SUM_AT && i < SUM_AT + SUM_LENGTH;
      sum += own ? ' ' : header[i] & 0xff;
    }
    return number(header, SUM_AT, SUM_LENGTH).equals(Optional.of(sum));
  }
}
