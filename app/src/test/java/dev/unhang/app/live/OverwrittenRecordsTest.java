package dev.unhang.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.LogFacts;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A reader that is slower than the kernel logs.
///
/// Kernel: kernel/printk/printk.c, devkmsg_read() gives EPIPE once (v6.1)
class OverwrittenRecordsTest {
  private static final String ALLOWED = "UNHANG_TEST_FILLS_KERNEL_LOG";

  /// After so many messages within five seconds, an open file's next are dropped.
  ///
  /// Kernel: kernel/printk/printk.c, devkmsg_write(), ratelimit_default_init() (v6.1)
  private static final int BURST = 10;

  private static final String FIRST =
      "unhang's test " + ProcessHandle.current().pid() + ": the first record";

  private static final String LAST =
      "unhang's test " + ProcessHandle.current().pid() + ": the last record";

  /// A record's text has little more room.
  private static final String FILL = "unhang's test fills the log ".repeat(32) + "\n";

  /// Sixteen megabytes of them: the largest ring that kernels are built with.
  ///
  /// Kernel: init/Kconfig, LOG_BUF_SHIFT (v6.1)
  private static final int MOST = 20_000;

  private static long oldest() throws IOException {
    byte[] record = new byte[16 << 10];
    try (FileInputStream kmsg = new FileInputStream("/dev/kmsg")) {
      return sequence(new String(record, 0, kmsg.read(record), StandardCharsets.UTF_8));
    }
  }

  private static long sequence(String record) {
    Matcher header = Pattern.compile("^\\d+,(\\d+),").matcher(record);
    assertThat(header.find()).as(record).isTrue();
    return Long.parseLong(header.group(1));
  }

  /// Without its newline a record is held back for what may go on with it.
  private static void say(String text) throws IOException {
    try (FileOutputStream kmsg = new FileOutputStream("/dev/kmsg")) {
      kmsg.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Pushes the whole ring out, and some more.
  private static void fill(long beyond) throws IOException {
    for (int said = 0; oldest() <= beyond + 1; said += BURST) {
      assertThat(said).as("records that don't push the oldest out").isLessThan(MOST);
      try (FileOutputStream kmsg = new FileOutputStream("/dev/kmsg")) {
        for (int i = 0; i < BURST; i++) {
          kmsg.write(FILL.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  @Test
  @Timeout(60)
  void areSurvivedAndCounted() throws Exception {
    assumeTrue(
        "1".equals(System.getenv(ALLOWED)),
        "pushes everything out of this machine's kernel log: allow it with " + ALLOWED + "=1");
    CountDownLatch reads = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Runnable waiting =
        () -> {
          reads.countDown();
          try {
            goOn.await();
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        };
    try (FollowedKernel kernel = new FollowedKernel(waiting)) {
      say(FIRST);
      long newest = newest();
      reads.await();
      fill(newest);
      say(LAST);
      goOn.countDown();
      long first = sequence(kernel.recordWith(FIRST));
      kernel.recordWith(LAST);
      LogFacts facts = kernel.facts();
      assertThat(facts.troubles())
          .extracting(Trouble::toString)
          .anyMatch(
              trouble -> trouble.matches("kernel log:\\d+: \\d+ records? lost before this one"));
      assertThat(first).isLessThanOrEqualTo(newest);
    }
  }

  private static long newest() throws IOException {
    long newest = 0;
    try (FileInputStream kmsg = new FileInputStream("/dev/kmsg")) {
      byte[] record = new byte[16 << 10];
      while (true) {
        String text = new String(record, 0, kmsg.read(record), StandardCharsets.UTF_8);
        newest = sequence(text);
        if (text.contains(FIRST)) {
          return newest;
        }
      }
    }
  }
}
