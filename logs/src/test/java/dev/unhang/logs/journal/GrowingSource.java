package dev.unhang.logs.journal;

import dev.unhang.model.host.ByteSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A journal file as it was when its writer had linked so many entries: what it linked later is
/// taken out of its lists again. It counts what was read from it.
final class GrowingSource implements ByteSource {
  private static final int COUNT_AT = 152;
  private static final int ENTRY_ARRAY_AT = 176;
  private static final int COMPACT = 1 << 4;

  private final byte[] whole;
  private final List<Integer> links = new ArrayList<>();
  private final int linkBytes;
  private byte[] now;
  private long bytesRead;

  GrowingSource(byte[] whole) {
    this.whole = whole.clone();
    ByteBuffer file = ByteBuffer.wrap(this.whole).order(ByteOrder.LITTLE_ENDIAN);
    linkBytes = (file.getInt(12) & COMPACT) != 0 ? 4 : 8;
    for (int array = (int) file.getLong(ENTRY_ARRAY_AT); array != 0; ) {
      int items = ((int) file.getLong(array + 8) - 24) / linkBytes;
      for (int i = 0; i < items; i++) {
        int link = array + 24 + i * linkBytes;
        if (file.getInt(link) != 0) {
          links.add(link);
        }
      }
      array = (int) file.getLong(array + 16);
    }
    now = this.whole;
  }

  /// How many entries there are in the end.
  int entries() {
    return links.size();
  }

  /// Becomes what it was with so many.
  void hasOnly(int count) {
    ByteBuffer file = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (int link : links.subList(count, links.size())) {
      if (linkBytes == 4) {
        file.putInt(link, 0);
      } else {
        file.putLong(link, 0);
      }
    }
    file.putLong(COUNT_AT, count);
    now = file.array();
  }

  /// Becomes anything else.
  void becomes(byte[] bytes) {
    now = bytes.clone();
  }

  byte[] bytes() {
    return now.clone();
  }

  long bytesRead() {
    return bytesRead;
  }

  @Override
  public long length() {
    return now.length;
  }

  @Override
  public int read(long offset, ByteBuffer into) {
    if (offset >= now.length) {
      return -1;
    }
    int count = Math.min(into.remaining(), now.length - (int) offset);
    into.put(now, (int) offset, count);
    bytesRead += count;
    return count;
  }

  @Override
  public void close() {}
}
