package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
  @TempDir private Path folder;

  private TestConsole check(String mode, String text) throws IOException {
    Path file = folder.resolve("unhang.toml");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return TestConsole.run(new SimWiring(), "watch", "--check", file.toString());
  }

  @Test
  void aPolicyIsSaidInWords() throws IOException {
    TestConsole told =
        check(
            "rw-r--r--",
            """
            recover = "all"
            [nic.eno1]
            recover = "off"
            [alert]
            mail = "root"
            [alert.webhook.chat]
            url-file = "/etc/unhang/chat"
            preset = "slack"
            """);
    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .isEqualTo(
            """
            Every NIC: recover = all, prevent = live, reboot = never, at most 3 recoveries an hour
            eno1: recover = off, prevent = live, reboot = never, at most 3 recoveries an hour
            Alerts: mail to root, webhook chat (slack)
            """);
  }

  @Test
  void aBadPolicyIsRefusedWithItsPlace() throws IOException {
    TestConsole told = check("rw-r--r--", "recover = \"all\"\nrecovr = 1\n");
    assertThat(told.exit()).isEqualTo(66);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).contains("unhang.toml:2:1: there is no key \"recovr\"\n  try: use one");
  }

  @Test
  void aPolicyThatOthersMayWriteIsNotTrusted() throws IOException {
    TestConsole told = check("rw-rw-r--", "");
    assertThat(told.exit()).isEqualTo(66);
    assertThat(told.err()).contains("others than its owner may write to it");
  }

  @Test
  void aPolicyThatIsNamedAndNotThereIsNotTheUsualOne() {
    TestConsole told =
        TestConsole.run(
            new SimWiring(), "watch", "--check", folder.resolve("none.toml").toString());
    assertThat(told.exit()).isEqualTo(66);
  }

  @Test
  void aSimulatedHostIsNotWatchedForEver() {
    assertThat(TestConsole.run(new SimWiring(), "watch").exit()).isEqualTo(4);
  }

  @Test
  void aSpanThatIsNoneIsRefused() {
    for (String span : new String[] {"2x", "h", "-2h", "2", "99999h", "0s", ""}) {
      assertThat(TestConsole.run(new SimWiring(), "pause", span).exit()).as(span).isEqualTo(64);
    }
  }
}
