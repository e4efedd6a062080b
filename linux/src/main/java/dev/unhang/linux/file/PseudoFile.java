package dev.unhang.linux.file;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Small files and pseudo-files, read whole. The size that stat() tells is not trusted: below /proc
/// and /sys it is 0 or 4096, whatever the file holds.
final class PseudoFile {
  private PseudoFile() {}

  /// Throws where it is larger than [HostView#MAX_SMALL_FILE].
  static Content read(Path path) throws IOException {
    requireFile(path);
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(HostView.MAX_SMALL_FILE + 1);
      if (bytes.length > HostView.MAX_SMALL_FILE) {
        throw new IOException("larger than " + HostView.MAX_SMALL_FILE + " bytes");
      }
      return Content.of(bytes);
    }
  }

  /// Opening a pipe waits for a writer, and a device may do anything: neither is opened.
  static void requireFile(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new IOException(attributes.isDirectory() ? "is a folder" : "is no file");
    }
  }
}
