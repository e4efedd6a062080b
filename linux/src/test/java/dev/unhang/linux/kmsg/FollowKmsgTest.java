package dev.unhang.linux.kmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.TestNamespace;
import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.Running;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kernel's own log device, and what stands in its place.
class FollowKmsgTest {
  private static final Path KMSG = Path.of("/dev/kmsg");

  /// Whoever else logs at the same time.
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  private final BlockingQueue<String> records = new LinkedBlockingQueue<>();

  private void keep(byte[] buffer, int offset, int length) {
    records.add(new String(buffer, offset, length, UTF_8));
  }

  /// The next record with these words.
  private String recordWith(String words) throws InterruptedException {
    long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (true) {
      String record = records.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(record).as("a record with '%s' within %s", words, LONG_ENOUGH).isNotNull();
      if (record != null && record.contains(words)) {
        return record;
      }
    }
  }

  private static Running follow(Path path, ByteSink out) {
    Optional<Running> following = FollowKmsg.start(path, out);
    assumeTrue(following.isPresent(), path + " may not be read here");
    return following.orElseThrow();
  }

  private static void untilEnded(Running following) throws InterruptedException {
    long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (following.exit().isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /// A link without a parent device, as this one, has no dictionary.
  ///
  /// Kernel: net/core/dev.c, __netdev_printk() (v6.18)
  @Test
  void aRecordOfTheKernelComesWholeAndAlone() throws Exception {
    try (TestNamespace namespace = TestNamespace.with("kmsg", "uhk0");
        Running following = follow(KMSG, this::keep)) {
      assertThat(namespace.rename("uhk0", "uhk1")).isTrue();
      String record = recordWith("uhk1: renamed from uhk0");
      assertThat(record)
          .as("facility 0, and nothing behind it but a dictionary")
          .matches("[0-7],\\d+,\\d+,[^;]*;uhk1: renamed from uhk0\n( [^\n]*\n)*");
      assertThat(following.exit()).isEmpty();
    }
  }

  /// What was logged before is not news.
  @Test
  void itBeginsBehindTheLastRecord() throws Exception {
    try (TestNamespace namespace = TestNamespace.with("begin", "uhb0")) {
      assertThat(namespace.rename("uhb0", "uhb1")).isTrue();
      try (Running following = follow(KMSG, this::keep)) {
        assertThat(namespace.rename("uhb1", "uhb2")).isTrue();
        assertThat(following.errorText()).isEmpty();
        recordWith("uhb2: renamed from uhb1");
      }
      assertThat(records).noneMatch(record -> record.contains("renamed from uhb0"));
    }
  }

  @Test
  void nothingIsHandedOutAfterClosing() throws Exception {
    try (TestNamespace namespace = TestNamespace.with("close", "uhc0")) {
      Running closed = follow(KMSG, this::keep);
      closed.close();
      assertThat(closed.exit()).hasValue(0);
      records.clear();
      try (Running open = follow(KMSG, this::keep)) {
        assertThat(namespace.rename("uhc0", "uhc1")).isTrue();
        recordWith("uhc1: renamed from uhc0");
        assertThat(open.exit()).isEmpty();
      }
      assertThat(records).noneMatch(record -> record.contains("uhc1"));
    }
  }

  @Test
  void aDeviceThatIsNotThereIsRefused(@TempDir Path folder) {
    assertThat(FollowKmsg.start(folder.resolve("kmsg"), this::keep)).isEmpty();
  }

  /// Where kernel.dmesg_restrict is set, only root, or who has CAP_SYSLOG, may open it.
  ///
  /// Kernel: kernel/printk/printk.c, devkmsg_open(), check_syslog_permissions() (v6.1)
  @Test
  void aDeviceThatMayNotBeReadIsRefused() throws Exception {
    Path restrict = Path.of("/proc/sys/kernel/dmesg_restrict");
    assumeTrue(
        Files.isReadable(restrict) && Files.readString(restrict).strip().equals("1"),
        "everybody may read the kernel log here: kernel.dmesg_restrict is 0");
    List<String> asNobody =
        "root".equals(System.getProperty("user.name"))
            ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--")
            : List.of();
    List<String> build = new ArrayList<>();
    for (Class<?> each : List.of(FollowKmsg.class, Running.class, AsNobody.class)) {
      build.add(
          Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    for (String each : build) {
      assumeTrue(run(asNobody, "test", "-r", each).isPresent(), "other users can't read " + each);
    }
    Optional<String> said =
        run(
            asNobody,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            String.join(File.pathSeparator, build),
            AsNobody.class.getName());
    assertThat(said).contains("refused\n");
  }

  /// Runs as somebody who is not root.
  static final class AsNobody {
    private AsNobody() {}

    public static void main(String[] none) {
      Optional<Running> following = FollowKmsg.start(KMSG, (buffer, offset, length) -> {});
      System.out.println(following.isPresent() ? "granted" : "refused");
      following.ifPresent(Running::close);
    }
  }

  private static Optional<String> run(List<String> prefix, String... argv) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(List.of(argv));
    Optional<CommandOutput> output =
        RunCommand.collect(new Command(all, Duration.ofSeconds(60))).known();
    return output.filter(ended -> ended.exit() == 0).map(ended -> ended.out().utf8());
  }

  /// A pipe gives what was written in one piece as one piece: a stand-in for records of hardware.
  private static RandomAccessFile pipe(Path path) throws IOException {
    assumeTrue(run(List.of(), "mkfifo", path.toString()).isPresent(), "mkfifo is not installed");
    return new RandomAccessFile(path.toFile(), "rw");
  }

  @Test
  void aRecordKeepsItsDictionary(@TempDir Path folder) throws Exception {
    String record =
        "6,1591,19348376,-;e1000e 0000:00:19.0 eno1: renamed from eth0\n SUBSYSTEM=pci\n"
            + " DEVICE=+pci:0000:00:19.0\n";
    try (RandomAccessFile pipe = pipe(folder.resolve("kmsg"));
        Running following = follow(folder.resolve("kmsg"), this::keep)) {
      pipe.write(record.getBytes(UTF_8));
      assertThat(recordWith("eno1")).isEqualTo(record);
      assertThat(following.exit()).isEmpty();
    }
  }

  /// Whoever waits for records must learn that none will come.
  @Test
  void whatTheReaderThrowsEndsTheFollowing(@TempDir Path folder) throws Exception {
    for (Throwable thrown :
        List.of(new IllegalStateException("a bug"), new OutOfMemoryError("too big"))) {
      Path path = folder.resolve(thrown.getClass().getSimpleName());
      try (RandomAccessFile pipe = pipe(path);
          Running following =
              follow(path, (buffer, offset, length) -> FollowKmsgTest.throwIt(thrown))) {
        pipe.write("6,1,1,-;x\n".getBytes(UTF_8));
        untilEnded(following);
        assertThat(following.exit()).hasValue(1);
        assertThat(following.errorText()).contains(String.valueOf(thrown.getMessage()));
      }
    }
  }

  private static void throwIt(Throwable thrown) {
    if (thrown instanceof RuntimeException bug) {
      throw bug;
    }
    throw (Error) thrown;
  }

  @Test
  void aDeviceThatCannotBeReadAnyMoreIsNamed(@TempDir Path folder) throws Exception {
    try (Running following = follow(folder, this::keep)) {
      untilEnded(following);
      assertThat(following.exit()).hasValue(1);
      assertThat(following.errorText()).startsWith(folder + " can't be read any more: E");
    }
  }
}
