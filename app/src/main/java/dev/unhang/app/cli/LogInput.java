package dev.unhang.app.cli;

import dev.unhang.app.Console;
import dev.unhang.diagnose.LogReading;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.LogFacts;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Logs that a person names: files, and `-` for standard input.
final class LogInput {
  private static final int CHUNK = 256 << 10;

  private LogInput() {}

  /// Every named log, in the order named.
  static List<Reading<LogFacts>> read(HostView files, Console console, List<String> names) {
    List<Reading<LogFacts>> logs = new ArrayList<>();
    for (String name : names) {
      logs.add(name.equals("-") ? stdin(console.in()) : file(files, name));
    }
    return logs;
  }

  private static Reading<LogFacts> stdin(InputStream in) {
    LogReading reading = new LogReading(new Origin("-"));
    byte[] chunk = new byte[CHUNK];
    try {
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        reading.accept(chunk, 0, length);
      }
    } catch (IOException broken) {
      throw new CannotRead("read standard input", "", String.valueOf(broken.getMessage()), "retry");
    }
    return reading.finish();
  }

  private static Reading<LogFacts> file(HostView files, String name) {
    HostPath path = new HostPath(Path.of(name).toAbsolutePath().normalize().toString());
    refuseFolder(files, path, name);
    Reading<ByteSource> opened = files.open(path);
    LogReading reading = new LogReading(new Origin(name));
    try (ByteSource source =
        opened
            .known()
            .orElseThrow(() ->
                new CannotRead(
                    "read " + name,
                    "",
                    opened.whyNot().orElse("not there"),
                    "name a file that is there, or - for standard input"))) {
      ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
      long offset = 0;
      for (int length = source.read(0, buffer); length > 0; ) {
        reading.accept(buffer.array(), 0, length);
        offset += length;
        length = source.read(offset, buffer.clear());
      }
    } catch (IOException broken) {
      throw new CannotRead(
          "read " + name, "", String.valueOf(broken.getMessage()), "copy it and retry");
    }
    return reading.finish();
  }

  private static void refuseFolder(HostView files, HostPath path, String name) {
    boolean folder =
        files
            .attributes(path)
            .known()
            .filter(attributes -> attributes.kind() == FileAttributes.Kind.DIRECTORY)
            .isPresent();
    if (folder) {
      throw new CannotRead(
          "read " + name, "", "it is a folder", "name the kernel log in it: unhang scan FILE");
    }
  }
}
