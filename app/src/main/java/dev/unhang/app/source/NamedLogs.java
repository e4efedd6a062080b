package dev.unhang.app.source;

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
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Logs that a person names: files, and `-` for standard input.
public final class NamedLogs {
  private NamedLogs() {}

  /// Every named log, in the order named.
  public static List<Reading<LogFacts>> read(HostView files, Console console, List<String> names) {
    try (Threads threads = new Threads()) {
      List<Reading<LogFacts>> logs = new ArrayList<>();
      for (String name : names) {
        logs.add(name.equals("-") ? stdin(threads, console) : file(files, threads, console, name));
      }
      return logs;
    }
  }

  private static Reading<LogFacts> stdin(Threads threads, Console console) {
    Origin origin = new Origin("-");
    LogReading reading = new LogReading(origin);
    try (Progress progress = new Progress(console, "standard input", 0)) {
      return stream(console.in(), new TextInput(threads, reading, progress), reading, origin);
    } catch (IOException broken) {
      throw new CannotRead("read standard input", "", String.valueOf(broken.getMessage()), "retry");
    }
  }

  private static Reading<LogFacts> file(
      HostView files, Threads threads, Console console, String name) {
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
                        "name a file that is there, or - for standard input"));
        Progress progress = new Progress(console, name, source.length())) {
      Origin origin = new Origin(name);
      LogReading reading = new LogReading(origin);
      TextInput input = new TextInput(threads, reading, progress);
      return isCompressed(source)
          ? stream(new FromStart(source), input, reading, origin)
          : atRest(source, input, reading, origin);
    } catch (IOException | UncheckedIOException broken) {
      throw new CannotRead(
          "read " + name, "", String.valueOf(broken.getMessage()), "copy it and retry");
    }
  }

  private static boolean isCompressed(ByteSource source) {
    ByteBuffer first = ByteBuffer.allocate(Unpacking.MARK);
    int length = Math.max(0, source.read(0, first));
    return Unpacking.isCompressed(Arrays.copyOf(first.array(), length));
  }

  private static Reading<LogFacts> atRest(
      ByteSource source, TextInput input, LogReading reading, Origin origin) {
    long length = source.length();
    long read = input.file(source);
    Reading<LogFacts> facts = reading.finish();
    return read < length
        ? with(
            facts, new Trouble(new Place.Whole(origin), "became shorter while it was read"), origin)
        : facts;
  }

  /// Whatever the log is packed with; of a damaged one, what could be unpacked.
  private static Reading<LogFacts> stream(
      InputStream in, TextInput input, LogReading reading, Origin origin) throws IOException {
    // Whoever opened it closes it.
    @SuppressWarnings("resource")
    Unpacking text = new Unpacking(in);
    try {
      input.stream(text);
    } catch (DamagedArchive damaged) {
      return with(reading.finish(), new Trouble(new Place.Whole(origin), damaged.what()), origin);
    }
    return reading.finish();
  }

  private static Reading<LogFacts> with(Reading<LogFacts> read, Trouble damage, Origin origin) {
    Optional<LogFacts> known = read.known().filter(facts -> facts.bytes() > 0);
    if (known.isEmpty()) {
      return new Reading.Unreadable<>(damage, origin);
    }
    LogFacts facts = known.get().with(damage);
    return new Reading.Partly<>(facts, facts.troubles(), origin);
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
