package dev.unhang.logs.unpack;

import java.io.IOException;
import java.io.InputStream;

/// A way in which files hold text other than as it is: compressed, or in characters of two bytes.
interface Packing {
  /// As the tool that makes it is called.
  String name();

  /// Whether a file begins so. Names of files say nothing: logs are renamed when they are rotated.
  boolean opens(byte[] first);

  /// What was packed. May throw at any read: what was returned before holds.
  InputStream open(InputStream packed) throws IOException;
}
