package dev.unhang.app.cli;

import dev.unhang.model.error.CannotRead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of the person's own choosing, not a part of the host's configuration.
final class OutFile {
  private OutFile() {}

  static void write(String name, String text) {
    try {
      Files.writeString(Path.of(name), text, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new CannotRead("save to " + name, "", failed.toString(), "name a file you may write");
    }
  }
}
