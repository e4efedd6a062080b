package dev.unhang.hosts.kernellog;

import dev.unhang.logs.LogReading;
import dev.unhang.logs.unpack.DamagedArchive;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Where a kernel's words may outlast a journal that forgets: the files of a syslog daemon, and
/// what firmware kept of a crash.
///
/// Man: rsyslog.conf(5), systemd-pstore.service(8)
final class LogsElsewhere {
  private static final HostPath SYSLOG = new HostPath("/var/log");

  /// Debian's kern.log holds the kernel's words alone; the others hold everybody's, so only the
  /// first kind that is there is read.
  private static final List<Pattern> SYSLOG_FILES =
      List.of(rotated("kern\\.log"), rotated("messages"), rotated("syslog"));

  /// `dmesg` is what Debian's kernel said before syslog ran.
  private static final List<Pattern> BOOT_FILES =
      List.of(rotated("dmesg"), rotated("kern\\.log"), rotated("messages"), rotated("syslog"));

  private static final List<HostPath> PSTORE =
      List.of(new HostPath("/var/lib/systemd/pstore"), new HostPath("/sys/fs/pstore"));

  private static final Pattern PSTORE_FILE = Pattern.compile("dmesg(?:\\.txt|-.*)");

  /// logrotate's default is four.
  private static final int MAX_FILES = 20;

  private static final int CHUNK = 256 << 10;

  private final HostView host;
  private final Consumer<KernelEvent> onEvent;

  LogsElsewhere(HostView host, Consumer<KernelEvent> onEvent) {
    this.host = host;
    this.onEvent = onEvent;
  }

  private static Pattern rotated(String name) {
    return Pattern.compile(name + "(?:[.-]\\d{1,8})?(?:\\.(?:gz|xz|zst))?");
  }

  /// Every log found, read.
  List<Reading<LogFacts>> read() {
    List<Reading<LogFacts>> logs = new ArrayList<>();
    for (HostPath file : files()) {
      if (logs.size() < MAX_FILES) {
        logs.add(read(file));
      }
    }
    return logs;
  }

  List<HostPath> files() {
    List<HostPath> files = new ArrayList<>();
    List<String> names = host.list(SYSLOG).known().orElse(List.of());
    for (Pattern kind : SYSLOG_FILES) {
      if (files.isEmpty()) {
        names.stream()
            .filter(name -> kind.matcher(name).matches())
            .map(SYSLOG::resolve)
            .forEach(files::add);
      }
    }
    for (HostPath folder : PSTORE) {
      pstore(folder, files, true);
    }
    return files;
  }

  /// Texts that may hold a boot's first lines, the newest first.
  List<HostPath> bootTexts() {
    List<String> names = host.list(SYSLOG).known().orElse(List.of());
    List<HostPath> texts = new ArrayList<>();
    for (Pattern kind : BOOT_FILES) {
      names.stream()
          .filter(name -> kind.matcher(name).matches())
          .sorted(Comparator.comparing(LogsElsewhere::age).thenComparing(Comparator.reverseOrder()))
          .limit(MAX_FILES)
          .map(SYSLOG::resolve)
          .forEach(texts::add);
    }
    return texts;
  }

  /// logrotate counts up with age, or names the day: then a later one is newer.
  ///
  /// Man: logrotate(8), "dateext"
  private static Integer age(String name) {
    String[] parts = name.split("[.-]", -1);
    for (String part : parts) {
      if (!part.isEmpty() && part.length() < 4 && part.chars().allMatch(Character::isDigit)) {
        return part.chars().reduce(0, (number, digit) -> number * 10 + digit - '0') + 1;
      }
      if (part.length() == 8 && part.chars().allMatch(Character::isDigit)) {
        return 1;
      }
    }
    return 0;
  }

  private void pstore(HostPath folder, List<HostPath> into, boolean below) {
    for (String name : host.list(folder).known().orElse(List.of())) {
      if (PSTORE_FILE.matcher(name).matches()) {
        into.add(folder.resolve(name));
      } else if (below) {
        pstore(folder.resolve(name), into, false);
      }
    }
  }

  /// kern.log has the kernel's facility alone, which no program can claim; pstore is the kernel's.
  private static boolean isOpenToAnybody(HostPath file) {
    String path = file.value();
    return path.startsWith(SYSLOG.resolve("messages").value())
        || path.startsWith(SYSLOG.resolve("syslog").value());
  }

  private Reading<LogFacts> read(HostPath file) {
    Origin named = new Origin(file.value());
    Origin origin = isOpenToAnybody(file) ? named.openToAnybody() : named;
    Reading<ByteSource> opened = host.open(file);
    Optional<ByteSource> bytes = opened.known();
    if (bytes.isEmpty()) {
      return opened.map(never -> new LogReading(origin).finish().known().orElseThrow());
    }
    LogReading reading = new LogReading(origin, onEvent);
    try (ByteSource source = bytes.get();
        Unpacking text = new Unpacking(new SourceStream(source))) {
      byte[] chunk = new byte[CHUNK];
      for (int length = text.read(chunk); length >= 0; length = text.read(chunk)) {
        reading.accept(chunk, 0, length);
      }
    } catch (DamagedArchive damaged) {
      return Troubled.cut(reading.finish(), origin, damaged.what());
    } catch (IOException broken) {
      String why = String.valueOf(broken.getMessage());
      // What was read counts; a disk with a bad sector under one log has others.
      return reading.bytes() == 0
          ? new Reading.Unreadable<>(new Trouble(new Place.Whole(origin), why), origin)
          : Troubled.cut(reading.finish(), origin, why);
    }
    return reading.finish();
  }
}
