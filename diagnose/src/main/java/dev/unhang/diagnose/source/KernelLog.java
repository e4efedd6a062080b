package dev.unhang.diagnose.source;

import dev.unhang.diagnose.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.LogFacts;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.name.SourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The host's kernel log: the journal by journalctl, which keeps earlier boots and the records'
/// borders; without a journal the kernel's ring by dmesg, which holds this boot only.
///
/// Man: journalctl(1), dmesg(1)
public final class KernelLog {
  /// This source's name.
  public static final SourceId ID = new SourceId("kernel-log");

  /// A gigabyte of journal on a slow disk.
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  private static final String FIELDS =
      "MESSAGE,PRIORITY,_TRANSPORT,SYSLOG_IDENTIFIER,SYSLOG_FACILITY,_KERNEL_SUBSYSTEM,"
          + "_KERNEL_DEVICE,_SOURCE_MONOTONIC_TIMESTAMP,_BOOT_ID";

  private static final HostPath PERSISTENT_JOURNAL = new HostPath("/var/log/journal");
  private static final HostPath RUNTIME_JOURNAL = new HostPath("/run/log/journal");

  private KernelLog() {}

  /// Reads the chosen boots.
  public static Reading<LogFacts> read(HostView host, BootChoice boots) {
    List<String> argv =
        new ArrayList<>(List.of("journalctl", "--no-pager", "--quiet", "--output=json"));
    argv.add("--output-fields=" + FIELDS);
    argv.addAll(boots.arguments());
    String shown = "journalctl " + String.join(" ", boots.arguments());
    Reading<LogFacts> journal =
        withVolatility(host, run(host, new Command(argv, DEADLINE), shown), shown);
    boolean hasNone =
        journal instanceof Reading.Absent<LogFacts> absent && mayTryRing(absent, boots);
    return hasNone ? run(host, new Command(List.of("dmesg"), DEADLINE), "dmesg") : journal;
  }

  /// A journal without a folder on disk forgets at every boot.
  ///
  /// Man: journald.conf(5), "Storage="
  private static Reading<LogFacts> withVolatility(
      HostView host, Reading<LogFacts> journal, String shown) {
    boolean isVolatile =
        host.attributes(RUNTIME_JOURNAL).known().isPresent()
            && host.attributes(PERSISTENT_JOURNAL).known().isEmpty();
    if (!isVolatile || journal.known().isEmpty()) {
      return journal;
    }
    Origin origin = new Origin(shown);
    List<Trouble> troubles = new ArrayList<>(journal.known().get().troubles());
    troubles.add(
        new Trouble(
            new Place.Whole(origin),
            "the journal is volatile, earlier boots are lost; to keep it: mkdir -p"
                + " /var/log/journal && journalctl --flush"));
    return new Reading.Partly<>(journal.known().get(), troubles, origin);
  }

  private static boolean mayTryRing(Reading.Absent<LogFacts> absent, BootChoice boots) {
    return absent.why() == WhyAbsent.NOT_OFFERED
        && (boots.equals(BootChoice.RECENT) || boots.words().equals("boot 0"));
  }

  private static Reading<LogFacts> run(HostView host, Command command, String shown) {
    LogReading reading = new LogReading(new Origin(shown));
    return switch (host.stream(command, reading)) {
      case Reading.Read<Integer> exit -> ended(exit.value(), reading, shown);
      case Reading.Partly<Integer> exit -> ended(exit.value(), reading, shown);
      case Reading.Absent<Integer> absent -> new Reading.Absent<>(ID, absent.why(), absent.mend());
      case Reading.Unreadable<Integer> unreadable ->
          new Reading.Unreadable<>(unreadable.trouble(), unreadable.origin());
    };
  }

  /// journalctl ends with 1 when it has no entry to show, when it may not, and when the boot is not
  /// there: what it has shown decides.
  private static Reading<LogFacts> ended(int exit, LogReading reading, String shown) {
    Reading<LogFacts> facts = reading.finish();
    boolean hasNothing = facts.known().map(log -> log.bytes() == 0).orElse(false);
    if (exit == 0 && !hasNothing) {
      return facts;
    }
    if (!hasNothing) {
      return facts;
    }
    return new Reading.Absent<>(
        ID,
        exit == 0 ? WhyAbsent.NOT_OFFERED : WhyAbsent.DENIED,
        exit == 0
            ? shown + " has no entries"
            : shown
                + " ended with "
                + exit
                + " and showed nothing: run as root, or name a boot"
                + " that 'journalctl --list-boots' lists");
  }
}
