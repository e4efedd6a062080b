package dev.unhang.app.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A file of docs, which the build puts beside this class.
final class Resource {
  private Resource() {}

  /// Its text; empty where there is none of that name.
  ///
  /// @param name below docs; not from outside
  static Optional<String> text(String name) {
    try (InputStream file = Resource.class.getResourceAsStream(name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
