package dev.unhang.logs.unpack;

import java.util.List;
import java.util.Optional;

/// All ways of packing that are known.
final class Packings {
  /// The longest mark, xz's.
  static final int MARK = 6;

  private static final List<Packing> ALL =
      List.of(new Gzip(), new Xz(), new Zstd(), new WideText());

  private Packings() {}

  /// How a file that begins so was packed; empty where it was not.
  static Optional<Packing> of(byte[] first) {
    return ALL.stream().filter(each -> each.opens(first)).findFirst();
  }

  static boolean begins(byte[] first, int... mark) {
    if (first.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((first[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
