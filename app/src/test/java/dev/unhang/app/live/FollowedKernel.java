package dev.unhang.app.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.linux.kmsg.FollowKmsg;
import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.Running;
import dev.unhang.model.log.LogFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The kernel's own device, followed from now on and read for hangs.
final class FollowedKernel implements AutoCloseable {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  private final LogReading reading = new LogReading(new Origin("kernel log"));
  private final BlockingQueue<String> records = new LinkedBlockingQueue<>();
  private final Running following;

  /// Follows, or skips the test with the reason.
  FollowedKernel() {
    this(() -> {});
  }

  /// @param before each record is read
  FollowedKernel(Runnable before) {
    Optional<Running> started =
        FollowKmsg.start(
            Path.of("/dev/kmsg"),
            (buffer, offset, length) -> {
              before.run();
              reading.acceptRecords(buffer, offset, length);
              records.add(new String(buffer, offset, length, UTF_8));
            });
    assumeTrue(started.isPresent(), "/dev/kmsg may not be read here: run as root");
    following = started.orElseThrow();
  }

  /// The next record with these words, once it was read for hangs.
  String recordWith(String words) throws InterruptedException {
    long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (true) {
      String record = records.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(record).as("a record with '%s' within %s", words, LONG_ENOUGH).isNotNull();
      if (record != null && record.contains(words)) {
        return record;
      }
    }
  }

  /// Ends the following: what it has read.
  LogFacts facts() {
    assertThat(following.exit()).as(following.errorText()).isEmpty();
    following.close();
    return reading.finish().known().orElseThrow();
  }

  /// Runs a program to its end.
  ///
  /// @return whether it ended well
  static boolean works(List<String> argv) {
    Optional<CommandOutput> output =
        RunCommand.collect(new Command(argv, Duration.ofSeconds(60))).known();
    return output.filter(ended -> ended.exit() == 0).isPresent();
  }

  @Override
  public void close() {
    following.close();
  }
}
