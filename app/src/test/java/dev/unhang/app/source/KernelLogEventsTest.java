package dev.unhang.app.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.linux.LiveClocks;
import dev.unhang.linux.LiveHostEvents;
import dev.unhang.linux.MountedHostView;
import dev.unhang.linux.file.Root;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.Running;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host whose /dev/kmsg is for root only.
class KernelLogEventsTest {
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  @TempDir private Path root = Path.of("");

  private Running follow() {
    return new KernelLogEvents(
            new LiveHostEvents(root.resolve("dev/kmsg")),
            new MountedHostView(Root.mounted(new HostPath(root.toString()))),
            new LiveClocks())
        .followKernelLog(
            (buffer, offset, length) -> said.add(new String(buffer, offset, length, UTF_8)));
  }

  private void put(String journal, String path) throws Exception {
    Path beside = root.resolve("beside");
    Path packed = TestConsole.repository("testdata/journals").resolve(journal + ".journal.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, beside);
    }
    Files.createDirectories(root.resolve(path).getParent());
    Files.move(beside, root.resolve(path));
  }

  @Test
  void theJournalIsFollowedInItsPlace() throws Exception {
    Files.createDirectories(root.resolve("run/systemd/journal"));
    put("plain", "run/log/journal/0123456789abcdef0123456789abcdef/system.journal");
    try (Running following = follow()) {
      put("lab-two-boots", "var/log/journal/0123456789abcdef0123456789abcdef/system.journal");
      assertThat(said.poll(20, TimeUnit.SECONDS)).startsWith("{\"__CURSOR\":\"s=7e4b5ab5");
      assertThat(following.errorText()).isEmpty();
    }
  }

  /// Files that nobody writes would be followed for ever, and nothing would be said.
  @Test
  void aJournalWithoutJournaldIsNot() throws Exception {
    put("plain", "var/log/journal/0123456789abcdef0123456789abcdef/system.journal");
    try (Running following = follow()) {
      put("lab-two-boots", "var/log/journal/0123456789abcdef0123456789abcdef/other.journal");
      String first = said.poll(1, TimeUnit.SECONDS);
      assertThat(first == null || !first.startsWith("{")).as("by dmesg: %s", first).isTrue();
      assertThat(following).isNotInstanceOf(FollowJournal.class);
    }
  }
}
