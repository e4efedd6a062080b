package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.HostEvents;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.Running;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `scan --follow` on records as /dev/kmsg gives them; the device here is made up, and ends.
class FollowingTest {
  private static final List<String> RECORDS =
      List.of(
          "6,901,19000000,-;e1000e 0000:00:19.0 eno1: renamed from eth0\n SUBSYSTEM=pci\n"
              + " DEVICE=+pci:0000:00:19.0\n",
          "3,902,19348376,-;e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\\x0a  TDH       "
              + "           <61>\\x0a  TDT                  <90>\n",
          "3,903,19400000,-;overlayfs: failed to resolve '/nope\\x0ae1000e 0000:00:19.0 eno1:"
              + " Detected Hardware Unit Hang:\\x0a  TDH <61>': -2\n",
          "14,907,19500000,-;e1000e 0000:00:19.0 eno1: Reset adapter unexpectedly\n");

  private record Ended() implements Running {
    @Override
    public OptionalInt exit() {
      return OptionalInt.of(0);
    }

    @Override
    public String errorText() {
      return "";
    }

    @Override
    public void close() {}
  }

  private static Running play(ByteSink out) {
    for (String record : RECORDS) {
      byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
      out.accept(bytes, 0, bytes.length);
    }
    return new Ended();
  }

  private static TestConsole follow(String... words) {
    Host live = new LiveWiring().live();
    HostEvents events = FollowingTest::play;
    Wiring wiring =
        new Wiring() {
          @Override
          public Host live() {
            return new Host(
                live.view(),
                live.control(),
                events,
                live.ledger(),
                live.clocks(),
                live.writer(),
                () -> false,
                false);
          }

          @Override
          public HostView mounted(HostPath folder) {
            return live.view();
          }

          @Override
          public HostView here() {
            return live.view();
          }
        };
    return TestConsole.run(wiring, words);
  }

  @Test
  void eachEventIsALineOfJson() {
    TestConsole scan = follow("scan", "--follow", "--jsonl");
    assertThat(scan.out().lines().toList())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"schema\":\"unhang.event/1\""))
        .anyMatch(line -> line.contains("\"event\":\"renamed\"") && line.contains("\"eth0\""))
        .anyMatch(line -> line.contains("\"event\":\"hang\"") && line.contains("\"TDH\":\"61\""));
  }

  @Test
  void whatIsForgedOrLostIsSaid() {
    TestConsole scan = follow("scan", "--follow");
    assertThat(scan.err())
        .contains("text of a hang report inside another record, not counted")
        .contains("3 records lost before this one");
    assertThat(scan.out()).doesNotContain("Reset adapter");
    assertThat(scan.exit()).isEqualTo(3);
  }

  /// What is logged from now on is of no other boot and no time before.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "scan --follow a.journal b.journal",
        "scan --follow --json",
        "scan --follow --boot 0",
        "scan --follow --since -2h",
        "scan --follow --until -1h",
        "scan --follow --root /mnt",
        "scan --json --jsonl"
      })
  void whatFollowingCannotMeanIsRefused(String words) {
    assertThat(follow(words.split(" ", -1)).exit()).isEqualTo(64);
  }

  @Test
  void aTextIsNotFollowed() {
    TestConsole text = follow("scan", "--follow", "README.md");
    assertThat(text.exit()).isEqualTo(66);
    assertThat(text.err()).contains("is no journal file").contains("/var/log/journal");
    assertThat(follow("scan", "--follow", "nowhere.journal").exit()).isEqualTo(66);
  }
}
