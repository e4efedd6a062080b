package dev.unhang.bench.log;

import java.util.Random;

/// A host that boots, chatters, hangs in every third boot, and boots again, without end.
///
/// All it does follows from the seed: [Random] is specified, so every Java makes the same.
final class MadeUpHost {
  /// 2025-06-15T15:06:40Z; a gibibyte of text ends in the same year, which syslog doesn't name.
  private static final long FIRST_BOOT = 1_750_000_000_000_000L;

  private static final long BETWEEN_BOOTS = 30_000_000;
  private static final long BETWEEN_REPORTS = 2_000_000;

  /// In every three records of a host one comes from the kernel, roughly.
  private static final int PERCENT_KERNEL = 34;

  private static final long[] STEPS = {3, 40, 500, 9000, 100_000, 2_000_000};

  private final Random random;
  private final Chatter chatter;
  private long real = FIRST_BOOT;
  private long up;
  private String boot = "";
  private int boots;
  private int index;
  private int last;
  private int firstReport;
  private int reportsHere;
  private int head;
  private long stuckSince;
  private long reports;

  MadeUpHost(long seed) {
    random = new Random(seed);
    chatter = new Chatter(random);
  }

  /// How many hang reports there were so far.
  long reports() {
    return reports;
  }

  /// The next thing that it logs.
  Entry next() {
    if (index >= last) {
      begin();
      return kernel('5', "Linux version 6.8.12-4-pve (build@proxmox) #1 SMP PREEMPT_DYNAMIC", "");
    }
    index++;
    if (index >= firstReport && index < firstReport + reportsHere) {
      return report();
    }
    pass(STEPS[random.nextInt(STEPS.length)]);
    if (random.nextInt(100) < PERCENT_KERNEL) {
      return kernel((char) ('4' + random.nextInt(3)), chatter.kernel(index), "");
    }
    String service = chatter.service();
    int pid = 800 + random.nextInt(30_000);
    return entry(false, '6', service, pid, chatter.service(service, index), "");
  }

  private void begin() {
    boot = String.format("%016x%016x", random.nextLong(), random.nextLong());
    index = 0;
    last = 20_000 + random.nextInt(40_000);
    firstReport = 1000 + random.nextInt(4000);
    reportsHere = boots % 3 == 0 ? 20 + random.nextInt(40) : 0;
    head = random.nextInt(256);
    boots++;
    real += BETWEEN_BOOTS;
    up = 0;
  }

  private Entry report() {
    if (index == firstReport) {
      stuckSince = up;
    }
    pass(BETWEEN_REPORTS);
    reports++;
    return kernel('3', HangReport.text(head, stuckSince, up), HangReport.DEVICE);
  }

  private void pass(long micros) {
    up += micros;
    real += micros;
  }

  private Entry kernel(char priority, String message, String device) {
    return entry(true, priority, "kernel", 0, message, device);
  }

  private Entry entry(
      boolean isKernel, char priority, String identifier, int pid, String message, String device) {
    return new Entry(boot, real, up, isKernel, priority, identifier, pid, message, device);
  }
}
