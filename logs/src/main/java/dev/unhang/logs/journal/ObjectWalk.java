package dev.unhang.logs.journal;

/// Goes from object to object without any list: the way to what is left of a damaged file. It never
/// goes back, so it takes as long as the file is, whatever is in it.
final class ObjectWalk {
  private static final int TYPES = 7;
  private static final int[] LEAST = {0, 64, 40, EntryView.BYTES, 16, 16, 24, 64};

  private final ObjectReader objects;
  private final long until;
  private long at;

  /// @param from offset of an object, or of anything
  /// @param until where to stop
  ObjectWalk(ObjectReader objects, long from, long until) {
    this.objects = objects;
    this.at = Math.max(from, objects.header().size()) + 7 & ~7L;
    this.until = Math.min(until, objects.end());
  }

  /// The next object of a type; 0 where there is none.
  long next(int type) {
    while (at >= 0 && at + ObjectReader.HEADER_BYTES <= until) {
      long here = at;
      long size = size(here);
      if (size <= 0 || !mayFollow(here + aligned(size))) {
        at = here + 8;
        continue;
      }
      int found = type(here);
      at = here + aligned(size);
      if (found == type) {
        return here;
      }
    }
    return 0;
  }

  private static long aligned(long size) {
    return size + 7 & ~7L;
  }

  private int type(long offset) {
    int index = objects.find(offset, ObjectReader.HEADER_BYTES);
    return index < 0 ? -1 : objects.bytes()[index];
  }

  /// The size of what may be an object; 0 where it can't be one.
  private long size(long offset) {
    int index = objects.find(offset, ObjectReader.HEADER_BYTES);
    if (index < 0) {
      return 0;
    }
    byte[] bytes = objects.bytes();
    int type = bytes[index];
    if (type < 1 || type > TYPES || (Words.u64(bytes, index) & ~0x7ffL) != 0) {
      return 0;
    }
    long size = Words.u64(bytes, index + 8);
    return size >= LEAST[type] && size <= objects.end() - offset ? size : 0;
  }

  /// Behind an object comes another, or room that was never used, or the end.
  private boolean mayFollow(long offset) {
    int index = objects.find(offset, ObjectReader.HEADER_BYTES);
    if (index < 0) {
      return offset <= objects.end();
    }
    byte[] bytes = objects.bytes();
    return Words.u64(bytes, index) == 0 && Words.u64(bytes, index + 8) == 0 || size(offset) > 0;
  }
}
