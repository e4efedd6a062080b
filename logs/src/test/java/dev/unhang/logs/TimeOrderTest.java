package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOrderTest {
  private static Reading<LogFacts> read(List<String> lines) {
    return ReadLogs.read((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> log(String... stamps) {
    return List.of(
        stamps[0] + "usb 1-1: new device",
        stamps[1] + DumpText.NIC + ": NIC Link is Up 1000 Mbps Full Duplex",
        stamps[2] + DumpText.NIC + ": Detected Hardware Unit Hang:",
        stamps[2] + "  TDH                  <61>",
        stamps[3] + DumpText.NIC + ": Reset adapter unexpectedly");
  }

  private static final List<List<String>> LOGS =
      List.of(
          log(
              "May 25 15:23:28 pve kernel: ",
              "May 25 15:23:29 pve kernel: ",
              "May 25 15:23:30 pve kernel: ",
              "May 25 15:23:33 pve kernel: "),
          log(
              "2025-05-25T15:23:28+02:00 pve kernel: ",
              "2025-05-25T15:23:29+02:00 pve kernel: ",
              "2025-05-25T15:23:30+02:00 pve kernel: ",
              "2025-05-25T15:23:33+02:00 pve kernel: "),
          log("[   28.000000] ", "[   29.000000] ", "[   30.000000] ", "[   33.000000] "));

  @Test
  void aLogNewestFirstIsRefusedByName() {
    for (List<String> lines : LOGS) {
      assertThat(read(lines).known().orElseThrow().episodes()).hasSize(1);
      Reading<LogFacts> reversed = read(lines.reversed());
      assertThat(reversed).isInstanceOf(Reading.Unreadable.class);
      assertThat(reversed.toString()).contains("newest first", "tac F");
    }
  }

  /// A clock that is set, the turn of a year, boots one behind the other.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "May 25 15:23:28 |May 25 15:23:29 |May 25 13:23:30 |May 25 13:23:31 ",
        "Dec 31 23:59:58 |Dec 31 23:59:59 |Jan  1 00:00:01 |Jan  1 00:00:02 ",
        "[ 9000.000000] |[    0.000000] |[ 8000.000000] |[    0.000000] "
      })
  void aFewStepsBackAreNoReversedLog(String stamps) {
    String[] each = stamps.split("\\|");
    for (int i = 0; i < each.length; i++) {
      each[i] = each[i].startsWith("[") ? each[i] : each[i] + "pve kernel: ";
    }
    assertThat(read(log(each)).known()).isPresent();
  }

  @Test
  void aPasteWhoseNewerPartComesFirstCoversNoUpsideDownSpan() {
    LogFacts facts =
        ReadLogs.facts(
            "Oct 29 00:58:38 pve kernel: a\nOct 29 00:58:39 pve kernel: b\n"
                + "Oct 26 22:15:17 pve kernel: c\nOct 26 22:15:18 pve kernel: d\n");
    assertThat(facts.covers().getFirst().from().text()).isEqualTo("Oct 26 22:15:18");
    assertThat(facts.covers().getFirst().to().text()).isEqualTo("Oct 29 00:58:38");
  }
}
