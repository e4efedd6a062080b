package dev.unhang.diagnose.unpack;

import java.io.IOException;
import java.io.InputStream;

/// A way of compressing files.
interface Compression {
  /// As the tool that makes it is called.
  String name();

  /// Whether a file begins so. Names of files say nothing: logs are renamed when they are rotated.
  boolean opens(byte[] first);

  /// What was compressed. May throw at any read: what was returned before holds.
  InputStream open(InputStream compressed) throws IOException;
}
