package dev.unhang.hosts.kernellog;

import dev.unhang.logs.LogRecords;
import dev.unhang.logs.bulk.Candidates;
import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.journal.BootSpan;
import dev.unhang.logs.journal.Journal;
import dev.unhang.logs.journal.Selection;
import dev.unhang.logs.message.BootMessages;
import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.id.Uptime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the newest boot of a disk's kernel logs says of the hardware: of the journal, else of the
/// texts that a syslog daemon or dmesg left.
///
/// Man: systemd-journald.service(8), rsyslog.conf(5)
public final class BootLog {
  private static final SourceId ID = new SourceId("boot-log");

  /// Boots that broke off early say nothing; more than a few in a row hardly do.
  private static final int MAX_BOOTS = 30;

  /// What is longer is read in part: the log of a year.
  private static final long MAX_LOG = 512L << 20;

  private static final int CHUNK = 256 << 10;

  private static final Candidates WORDS = new Candidates(List.of(), BootHardware.WORDS);

  private final HostView disk;
  private Optional<Reading<BootHardware>> spoken = Optional.empty();

  private BootLog(HostView disk) {
    this.disk = disk;
  }

  /// The newest boot that says anything; its origin names the log. Where the first lines of every
  /// boot are gone, what drivers said later still names their NICs.
  public static Reading<BootHardware> read(HostView disk) {
    BootLog log = new BootLog(disk);
    return log.journal()
        .or(log::texts)
        .or(() -> log.spoken)
        .orElseGet(() ->
            new Reading.Absent<>(
                ID,
                WhyAbsent.NOT_COLLECTED,
                "no kernel log of the disk holds a boot's first lines, which name the machine and"
                    + " its controllers"));
  }

  private Optional<Reading<BootHardware>> journal() {
    try (JournalFiles files = KernelLog.journalOf(disk)) {
      Journal journal = files.journal();
      List<BootSpan> boots = journal.boots(Workers.ONE);
      int oldest = Math.max(0, boots.size() - MAX_BOOTS);
      for (int i = boots.size() - 1; i >= oldest; i--) {
        BootHardware hardware = new BootHardware();
        journal.records(
            Selection.of(boots.get(i).id()), BootLog::wants, Workers.ONE, hardware::learn);
        Reading<BootHardware> read =
            new Reading.Read<>(hardware, new Origin("journal, boot " + boots.get(i).id()));
        if (hardware.isTold()) {
          return Optional.of(read);
        }
        note(read);
      }
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The newest that is spoken of counts, should none be told of.
  private void note(Reading<BootHardware> read) {
    spoken = spoken.or(() -> read.known().filter(BootHardware::isSpoken).map(some -> read));
  }

  private static boolean wants(byte[] bytes, int from, int to) {
    return WORDS.any(bytes, from, to) || MessageFamilies.candidates().any(bytes, from, to);
  }

  private Optional<Reading<BootHardware>> texts() {
    for (HostPath file : new LogsElsewhere(disk, event -> {}).bootTexts()) {
      Origin origin = new Origin(file.value());
      Optional<Reading<BootHardware>> read =
          text(file, origin).map(hardware -> new Reading.Read<>(hardware, origin));
      if (read.flatMap(Reading::known).filter(BootHardware::isTold).isPresent()) {
        return read;
      }
      read.ifPresent(this::note);
    }
    return Optional.empty();
  }

  private Optional<BootHardware> text(HostPath file, Origin origin) {
    Optional<ByteSource> opened = disk.open(file).known();
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    LastBoot boots = new LastBoot();
    LogRecords records = new LogRecords(origin, boots::learn);
    try (ByteSource source = opened.get();
        Unpacking text = new Unpacking(new SourceStream(source))) {
      byte[] chunk = new byte[CHUNK];
      long left = MAX_LOG;
      for (int length = text.read(chunk); length >= 0 && left > 0; length = text.read(chunk)) {
        records.accept(chunk, 0, length);
        left -= length;
      }
      return ended(records, boots);
    } catch (IOException damaged) {
      // What came before the damage holds.
      return ended(records, boots);
    }
  }

  private static Optional<BootHardware> ended(LogRecords records, LastBoot boots) {
    records.finish();
    return boots.told();
  }

  /// The boots of a text one after the other: the last that says anything counts.
  private static final class LastBoot {
    private final List<BootHardware> told = new ArrayList<>();
    private Optional<BootHardware> spoken = Optional.empty();
    private BootHardware now = new BootHardware();
    private Optional<Uptime> latest = Optional.empty();

    void learn(LogRecord record) {
      Optional<Uptime> at = record.at().uptime();
      boolean runsBackwards =
          at.isPresent() && latest.isPresent() && at.get().compareTo(latest.get()) < 0;
      if (BootMessages.isBanner(record) || runsBackwards && record.isKernels()) {
        next();
      }
      latest = at.or(() -> latest);
      now.learn(record);
    }

    private void next() {
      if (now.isTold()) {
        told.clear();
        told.add(now);
      } else if (now.isSpoken()) {
        spoken = Optional.of(now);
      }
      now = new BootHardware();
      latest = Optional.empty();
    }

    Optional<BootHardware> told() {
      next();
      return told.stream().findFirst().or(() -> spoken);
    }
  }
}
