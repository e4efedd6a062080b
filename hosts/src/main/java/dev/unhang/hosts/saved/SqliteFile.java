package dev.unhang.hosts.saved;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the rows of a table out of the bytes of a SQLite database and of its write-ahead log. No
/// database engine is let near the files of a dead host: it would recover them, which writes.
///
/// Doc: "SQLite Database File Format", sections 1.5, 1.6, 2.1 and 4
final class SqliteFile {
  private static final String MAGIC = "SQLite format 3\0";
  private static final int FILE_HEADER = 100;
  private static final int LEAF = 0x0d;
  private static final int INTERIOR = 0x05;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_ROWS = 100_000;

  /// pmxcfs keeps no larger file; damage may say anything.
  private static final int MAX_PAYLOAD = 16 << 20;

  private final ByteBuffer file;
  private final Map<Integer, ByteBuffer> newer = new HashMap<>();
  private final int pageSize;
  private final int usable;
  private int pagesLeft;
  private int rowsLeft = MAX_ROWS;

  /// @throws IllegalArgumentException where it is no such file
  private SqliteFile(byte[] bytes, byte[] log) {
    this.file = ByteBuffer.wrap(bytes);
    boolean isOne =
        bytes.length >= FILE_HEADER
            && new String(bytes, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC);
    int size = isOne ? file.getShort(16) & 0xffff : 0;
    this.pageSize = size == 1 ? 1 << 16 : size;
    this.usable = isOne ? pageSize - (bytes[20] & 0xff) : 0;
    if (pageSize < 512 || Integer.bitCount(pageSize) != 1 || usable < 480) {
      throw new IllegalArgumentException("is no SQLite database");
    }
    log(log);
    this.pagesLeft = bytes.length / pageSize + newer.size() + 1;
  }

  /// The rows of a table, each with its row id and its columns: Long, String, byte[], or empty.
  ///
  /// @param rows told of each
  /// @return what is damaged, in words; empty where all was read
  static Optional<String> read(byte[] bytes, byte[] log, String table, Rows rows) {
    try {
      SqliteFile database = new SqliteFile(bytes, log);
      int[] root = {0};
      database.walk(
          1,
          0,
          (id, columns) -> {
            if (columns.size() > 3
                && columns.get(1).equals(Optional.of(table))
                && columns.get(3).orElse(0L) instanceof Long page) {
              root[0] = Math.toIntExact(page);
            }
          });
      database.pagesLeft = bytes.length / database.pageSize + database.newer.size() + 1;
      database.walk(root[0], 0, rows);
      return Optional.empty();
    } catch (IndexOutOfBoundsException | ArithmeticException outside) {
      return Optional.of("points outside of itself");
    } catch (IllegalArgumentException damaged) {
      return Optional.of(String.valueOf(damaged.getMessage()));
    }
  }

  /// Takes rows.
  interface Rows {
    void row(long id, List<Optional<Object>> columns);
  }

  /// Pages that were written behind the file, up to the last transaction that was finished.
  private void log(byte[] bytes) {
    if (bytes.length < 32) {
      return;
    }
    ByteBuffer log = ByteBuffer.wrap(bytes);
    int magic = log.getInt(0);
    if ((magic & ~1) != 0x377f0682 || log.getInt(8) != pageSize) {
      return;
    }
    ByteOrder order = (magic & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int[] sum = {0, 0};
    add(sum, log, 0, 24, order);
    Map<Integer, ByteBuffer> open = new HashMap<>();
    for (int at = 32; at + 24 + pageSize <= bytes.length; at += 24 + pageSize) {
      add(sum, log, at, 8, order);
      add(sum, log, at + 24, pageSize, order);
      boolean isOurs = log.getLong(at + 8) == log.getLong(16);
      if (!isOurs || log.getInt(at + 16) != sum[0] || log.getInt(at + 20) != sum[1]) {
        return;
      }
      open.put(log.getInt(at), log.slice(at + 24, pageSize));
      if (log.getInt(at + 4) != 0) {
        newer.putAll(open);
        open.clear();
      }
    }
  }

  private static void add(int[] sum, ByteBuffer bytes, int from, int length, ByteOrder order) {
    ByteBuffer words = bytes.slice(from, length).order(order);
    while (words.remaining() >= 8) {
      sum[0] += words.getInt() + sum[1];
      sum[1] += words.getInt() + sum[0];
    }
  }

  private ByteBuffer page(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("has no such table");
    }
    ByteBuffer page = newer.get(number);
    return page == null ? file.slice(Math.multiplyExact(number - 1, pageSize), pageSize) : page;
  }

  private void walk(int number, int depth, Rows rows) {
    if (depth > MAX_DEPTH || --pagesLeft < 0) {
      throw new IllegalArgumentException("has a tree that bites its tail");
    }
    ByteBuffer page = page(number);
    int header = number == 1 ? FILE_HEADER : 0;
    int type = page.get(header);
    int cells = page.getShort(header + 3) & 0xffff;
    if (type != LEAF && type != INTERIOR) {
      throw new IllegalArgumentException("has a page of an unknown kind");
    }
    for (int i = 0; i < cells; i++) {
      int at = page.getShort(header + (type == LEAF ? 8 : 12) + 2 * i) & 0xffff;
      if (type == LEAF) {
        leaf(page.duplicate().position(at), rows);
      } else {
        walk(page.getInt(at), depth + 1, rows);
      }
    }
    if (type == INTERIOR) {
      walk(page.getInt(header + 8), depth + 1, rows);
    }
  }

  private void leaf(ByteBuffer cell, Rows rows) {
    long length = number(cell);
    long id = number(cell);
    if (length < 0 || length > MAX_PAYLOAD) {
      throw new IllegalArgumentException("has a row of " + length + " bytes");
    }
    if (--rowsLeft < 0) {
      throw new IllegalArgumentException("has more than " + MAX_ROWS + " rows");
    }
    rows.row(id, columns(ByteBuffer.wrap(payload(cell, (int) length))));
  }

  private byte[] payload(ByteBuffer cell, int length) {
    int most = usable - 35;
    int least = (usable - 12) * 32 / 255 - 23;
    int some = least + (length - least) % (usable - 4);
    int local = length <= most ? length : some <= most ? some : least;
    byte[] bytes = new byte[local];
    take(cell, bytes);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes);
    int next = local < length ? cell.getInt(cell.position()) : 0;
    while (all.size() < length) {
      ByteBuffer page = page(next).duplicate().position(4);
      byte[] more = new byte[Math.min(usable - 4, length - all.size())];
      next = page.getInt(0);
      take(page, more);
      all.writeBytes(more);
    }
    return all.toByteArray();
  }

  private static void take(ByteBuffer from, byte[] into) {
    if (into.length > from.remaining()) {
      throw new IndexOutOfBoundsException();
    }
    from.get(into);
  }

  private static List<Optional<Object>> columns(ByteBuffer payload) {
    long header = number(payload);
    List<Long> types = new ArrayList<>();
    while (payload.position() < header && types.size() < 100) {
      types.add(number(payload));
    }
    List<Optional<Object>> columns = new ArrayList<>();
    for (long type : types) {
      columns.add(column(type, payload));
    }
    return columns;
  }

  private static Optional<Object> column(long type, ByteBuffer payload) {
    if (type >= 12) {
      byte[] bytes = new byte[Math.toIntExact(Math.min((type - 12) / 2, MAX_PAYLOAD))];
      take(payload, bytes);
      return Optional.of(
          type % 2 == 0 ? (Object) bytes : new String(bytes, StandardCharsets.UTF_8));
    }
    return switch ((int) type) {
      case 1, 2, 3, 4 -> Optional.of(whole((int) type, payload));
      case 5 -> Optional.of(whole(6, payload));
      case 6, 7 -> Optional.of(whole(8, payload));
      case 8 -> Optional.of(0L);
      case 9 -> Optional.of(1L);
      default -> Optional.empty();
    };
  }

  private static Object whole(int length, ByteBuffer payload) {
    byte[] bytes = new byte[length];
    take(payload, bytes);
    long value = bytes[0];
    for (int i = 1; i < length; i++) {
      value = value << Byte.SIZE | bytes[i] & 0xff;
    }
    return value;
  }

  /// One to nine bytes, seven bits each but the last.
  private static long number(ByteBuffer from) {
    long value = 0;
    for (int i = 0; i < 9; i++) {
      if (!from.hasRemaining()) {
        throw new IndexOutOfBoundsException();
      }
      byte each = from.get();
      if (i == 8) {
        return value << Byte.SIZE | each & 0xff;
      }
      value = value << 7 | each & 0x7f;
      if (each >= 0) {
        return value;
      }
    }
    return value;
  }
}
