package dev.unhang.bench.suite;

import dev.unhang.bench.BenchBroken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Ten years of a host's kernel log: a boot a week, a line every quarter of an hour, and a hang
/// every ten days until the last half year.
final class TenYears {
  /// The NIC that hangs.
  static final String NIC = "eno1";

  /// When somebody did something about it.
  static final String CHANGED = "2026-06-01";

  private static final Instant BEGIN = Instant.parse("2016-12-01T00:00:00Z");
  private static final Instant LAST_HANG = Instant.parse("2026-05-31T00:00:00Z");
  private static final int WEEKS = 521;
  private static final Duration DOWN = Duration.ofMinutes(2);
  private static final Duration LINE = Duration.ofMinutes(15);
  private static final Duration HANG = Duration.ofDays(10);

  private final BufferedWriter out;
  private Instant booted = BEGIN;
  private Instant nextHang = BEGIN.plus(HANG);
  private int hangs;

  private TenYears(BufferedWriter out) {
    this.out = out;
  }

  /// Makes it, anew where it is there.
  ///
  /// @param folder it is put into
  static Path make(Path folder) {
    Path file = folder.resolve("unhang-ten-years.log");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      TenYears log = new TenYears(out);
      for (int week = 0; week < WEEKS; week++) {
        log.week(BEGIN.plus(Duration.ofDays(7L * week)));
      }
    } catch (IOException failed) {
      throw new BenchBroken("cannot make a log of ten years", failed);
    }
    return file;
  }

  private void week(Instant begin) throws IOException {
    booted = begin;
    line(begin, "Linux version 6.8.12-4-pve (build@proxmox) (gcc) #1 SMP PREEMPT_DYNAMIC");
    line(begin.plusSeconds(2), "e1000e 0000:00:19.0 " + NIC + ": renamed from eth0");
    Instant end = begin.plus(Duration.ofDays(7)).minus(DOWN);
    for (Instant at = begin.plus(LINE); at.isBefore(end); at = at.plus(LINE)) {
      line(at, "audit: type=1400 audit(0): apparmor=\"STATUS\" operation=\"profile_replace\"");
      if (!at.isBefore(nextHang) && at.isBefore(LAST_HANG)) {
        hang(at.plusSeconds(5));
        nextHang = at.plus(HANG);
      }
    }
    line(end, "reboot: Restarting system");
  }

  private void hang(Instant at) throws IOException {
    hangs++;
    line(at, "e1000e 0000:00:19.0 " + NIC + ": Detected Hardware Unit Hang:");
    line(at, "  TDH                  <61>");
    line(at, "  TDT                  <90>");
    line(at, "  next_to_use          <90>");
    line(at, "  next_to_clean        <" + Integer.toHexString(hangs % 256) + ">");
    line(at.plusSeconds(4), "e1000e 0000:00:19.0 " + NIC + ": Reset adapter unexpectedly");
  }

  private void line(Instant at, String message) throws IOException {
    out.write(at + " pve-02 kernel: [" + Duration.between(booted, at).toSeconds() + ".000000] ");
    out.write(message);
    out.newLine();
  }
}
