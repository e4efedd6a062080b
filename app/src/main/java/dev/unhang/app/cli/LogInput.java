package dev.unhang.app.cli;

import dev.unhang.app.Console;
import dev.unhang.diagnose.LogReading;
import dev.unhang.diagnose.unpack.DamagedArchive;
import dev.unhang.diagnose.unpack.Unpacking;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
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
import java.util.Optional;

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
    try {
      return unpacked(in, new Origin("-"));
    } catch (IOException broken) {
      throw new CannotRead("read standard input", "", String.valueOf(broken.getMessage()), "retry");
    }
  }

  private static Reading<LogFacts> file(HostView files, String name) {
    HostPath path = new HostPath(Path.of(name).toAbsolutePath().normalize().toString());
    refuseFolder(files, path, name);
    Reading<ByteSource> opened = files.open(path);
    try (ByteSource source =
        opened
            .known()
            .orElseThrow(() ->
                new CannotRead(
                    "read " + name,
                    "",
                    opened.whyNot().orElse("not there"),
                    "name a file that is there, or - for standard input"))) {
      return unpacked(new FromStart(source), new Origin(name));
    } catch (IOException broken) {
      throw new CannotRead(
          "read " + name, "", String.valueOf(broken.getMessage()), "copy it and retry");
    }
  }

  /// Whatever the log is packed with; of a damaged one, what could be unpacked.
  private static Reading<LogFacts> unpacked(InputStream in, Origin origin) throws IOException {
    LogReading reading = new LogReading(origin);
    // Whoever opened it closes it.
    @SuppressWarnings("resource")
    Unpacking text = new Unpacking(in);
    byte[] chunk = new byte[CHUNK];
    try {
      for (int length = text.read(chunk); length >= 0; length = text.read(chunk)) {
        reading.accept(chunk, 0, length);
      }
    } catch (DamagedArchive damaged) {
      return withDamage(
          reading.finish(), new Trouble(new Place.Whole(origin), damaged.what()), origin);
    }
    return reading.finish();
  }

  private static Reading<LogFacts> withDamage(
      Reading<LogFacts> read, Trouble damage, Origin origin) {
    Optional<LogFacts> known = read.known().filter(facts -> facts.bytes() > 0);
    if (known.isEmpty()) {
      return new Reading.Unreadable<>(damage, origin);
    }
    LogFacts facts = known.get();
    List<Trouble> troubles = new ArrayList<>(facts.troubles());
    troubles.add(damage);
    return new Reading.Partly<>(
        new LogFacts(
            facts.origin(),
            facts.dialect(),
            facts.bytes(),
            facts.covers(),
            troubles,
            facts.episodes(),
            facts.counts()),
        troubles,
        origin);
  }

  /// A file's bytes from its first to its last.
  private static final class FromStart extends InputStream {
    private final ByteSource source;
    private long offset;

    FromStart(ByteSource source) {
      this.source = source;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      int read = source.read(offset, ByteBuffer.wrap(buffer, from, length));
      offset += Math.max(read, 0);
      return read == 0 && length > 0 ? -1 : read;
    }
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
