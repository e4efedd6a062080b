package dev.unhang.logs.unpack;

import java.io.IOException;

/// Compressed bytes that can't be unpacked to their end. What was unpacked before is good.
public final class DamagedArchive extends IOException {
  private final String what;

  DamagedArchive(String what, IOException cause) {
    super(what, cause);
    this.what = what;
  }

  DamagedArchive(String what) {
    super(what);
    this.what = what;
  }

  /// What is wrong and where, in a sentence that goes on from the file's name.
  public String what() {
    return what;
  }
}
