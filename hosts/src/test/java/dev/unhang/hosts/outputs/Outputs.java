package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The recorded outputs of `testdata/outputs`.
final class Outputs {
  private static final Path FOLDER =
      Path.of(Objects.requireNonNullElse(System.getProperty("unhang.root"), ".."))
          .resolve("testdata/outputs");

  private Outputs() {}

  static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static PastedText pasted(String name) {
    return PastedText.of(text(name), new Origin(name));
  }

  static PastedText of(String text) {
    return PastedText.of(text, new Origin("paste"));
  }

  /// All of them, README left out.
  static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
