package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk of a host that doesn't run is fixed, looked at and rolled back; the host that unhang
/// runs on is left alone.
class DiskCommandsTest {
  private static final String BOOT =
      """
      [    0.000000] Linux version 6.8.12-4-pve (build@proxmox) (gcc) #1 SMP PREEMPT_DYNAMIC
      [    0.310000] pci 0000:00:1f.6: [8086:15b8] type 00 class 0x020000
      [    1.600000] e1000e 0000:00:1f.6 eth0: (PCI Express:2.5GT/s:Width x1) 00:00:5e:00:53:01
      [    1.700000] e1000e 0000:00:1f.6 eno1: renamed from eth0
      """;

  private static final String INTERFACES =
      "auto lo\niface lo inet loopback\n\niface eno1 inet manual\n\nauto vmbr0\niface vmbr0 inet"
          + " dhcp\n\tbridge-ports eno1\n\tbridge-stp off\n";

  private static final String LINE = "post-up /usr/sbin/ethtool -K $IFACE tso off || true";

  @TempDir private Path root = Path.of("");

  private final SimWiring live = new SimWiring();

  @BeforeEach
  void fill() throws IOException {
    write("var/log/kern.log", BOOT);
    write("etc/network/interfaces", INTERFACES);
    write("usr/sbin/ethtool", "#!/bin/sh\n");
    root.resolve("usr/sbin/ethtool").toFile().setExecutable(true);
    write("usr/share/ifupdown2/__main__.py", "");
    Path wants = root.resolve("etc/systemd/system/network-online.target.wants");
    Files.createDirectories(wants);
    Files.createSymbolicLink(
        wants.resolve("networking.service"), Path.of("/lib/systemd/system/networking.service"));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private TestConsole run(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--root";
    all[words.length + 1] = root.toString();
    return TestConsole.run(live, all);
  }

  private String interfaces() throws IOException {
    return Files.readString(root.resolve("etc/network/interfaces"));
  }

  @Test
  void aFixWritesTheDiskAndNothingElse() throws IOException {
    TestConsole fixed = run("fix", "eno1", "--yes");
    assertThat(fixed.out()).contains("Done, change 1");
    assertThat(interfaces()).contains(LINE);
    assertThat(TestConsole.run(live, "history").out()).contains("changed nothing");
    assertThat(run("history").out()).contains("fix eno1");
  }

  @Test
  void aPlanShowsOnlyWhatIsWritten() throws IOException {
    assertThat(run("plan", "eno1").out())
        .contains("post-up /usr/sbin/ethtool", "the host doesn't run", "--root " + root)
        .doesNotContain("ethtool -K eno1 tso off\n");
    assertThat(interfaces()).isEqualTo(INTERFACES);
  }

  @Test
  void whatIsNowIsNotReadAndWhatWillBeIs() {
    run("fix", "eno1", "--yes");
    assertThat(run("verify", "eno1").out()).contains("tso now", "not read", "tso at boot", "pass");
  }

  @Test
  void undoLeavesTheFileAsItWas() throws IOException {
    run("fix", "eno1", "--yes");
    assertThat(run("undo", "--yes").out()).contains("Rolled back");
    assertThat(interfaces()).isEqualTo(INTERFACES);
  }

  @Test
  void aSecondFixHasNothingToDo() {
    run("fix", "eno1", "--yes");
    assertThat(run("fix", "eno1", "--yes").out()).contains("Nothing to do");
  }

  /// A link of the disk leads within the disk, also where it begins with a slash.
  @Test
  void aLinkNeverLeadsOutOfTheDisk() throws IOException {
    Files.delete(root.resolve("etc/network/interfaces"));
    write("srv/interfaces", INTERFACES);
    Files.createSymbolicLink(root.resolve("etc/network/interfaces"), Path.of("/srv/interfaces"));
    assertThat(run("fix", "eno1", "--yes").out()).contains("Done, change 1");
    assertThat(Files.readString(root.resolve("srv/interfaces"))).contains(LINE);
    assertThat(root.resolve("etc/network/interfaces")).isSymbolicLink();
  }
}
