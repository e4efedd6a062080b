package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.app.TestConsole;
import dev.unhang.app.json.StatusJson;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Cause;
import dev.unhang.watch.machine.Condition;
import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.sense.Traffic;
import dev.unhang.watch.sense.WatchedNic;
import dev.unhang.watch.standing.Counts;
import dev.unhang.watch.standing.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusCommandTest {
  private static final HostPath FILE = new HostPath("/run/unhang/watch.json");

  private final SimWiring wiring = new SimWiring();

  private Moment ago(long seconds) {
    return new Moment(
        wiring.host().clocks().monotonic().minusSeconds(seconds),
        Instant.parse("2026-05-25T13:19:20Z").minusSeconds(seconds));
  }

  private Standing standing(Condition condition, long secondsAgo, Counts counts) {
    Account account =
        new Account(
            "eno1-5eed0001-20315",
            "eno1",
            "0000:00:19.0",
            Cause.STALL,
            "TDH 61 TDT 90",
            ago(secondsAgo),
            Optional.of("/var/lib/unhang/evidence/watch-eno1-5eed0001-20315.tar.gz"),
            condition.isHung() ? Optional.empty() : Optional.of("restart-negotiation"),
            condition.isHung() ? Optional.empty() : Optional.of(Duration.ofMillis(3_100)),
            List.of("tso was switched off, change 2; a reboot restores the former state"),
            condition.isHung() ? Account.Stage.GIVEN_UP : Account.Stage.CURED);
    WatchedNic eno1 =
        new WatchedNic(
            new InterfaceName("eno1"),
            Optional.of(new PciAddress("0000:00:19.0")),
            Optional.of("e1000e"),
            true);
    WatchedNic eno2 =
        new WatchedNic(new InterfaceName("eno2"), Optional.empty(), Optional.empty(), false);
    return new Standing(
        ago(secondsAgo),
        ago(secondsAgo),
        Optional.of("somebody works here"),
        List.of(
            new NicStanding(
                eno1,
                condition,
                Optional.of(new Traffic(812, Optional.of(90L), 7)),
                counts.hangs() == 0 ? Optional.empty() : Optional.of(account)),
            new NicStanding(eno2, Condition.GONE, Optional.empty(), Optional.empty())),
        counts.hangs() == 0 ? Map.of() : Map.of("0000:00:19.0", counts),
        3,
        2,
        1);
  }

  private static Counts once() {
    return new Counts(
        1,
        Duration.ofMillis(3_100),
        Map.of(new StepId("restart-negotiation"), 1L),
        Map.of(new StepId("bounce-link"), 2L));
  }

  private TestConsole status(Standing standing, String... options) {
    wiring.host().write(FILE, StatusJson.document(standing).text());
    String[] words = new String[options.length + 1];
    words[0] = "status";
    System.arraycopy(options, 0, words, 1, options.length);
    return TestConsole.run(wiring, words);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (Condition condition : Condition.values()) {
      Standing standing = standing(condition, 0, once());
      assertThat(StatusJson.read(StatusJson.document(standing).text())).isEqualTo(standing);
    }
    Standing quiet = standing(Condition.WELL, 0, Counts.NONE);
    assertThat(StatusJson.read(StatusJson.document(quiet).text())).isEqualTo(quiet);
  }

  @Test
  void anotherDocumentIsRefused() {
    String text = StatusJson.document(standing(Condition.WELL, 0, once())).text();
    assertThatThrownBy(() -> StatusJson.read(text.replace("status/1", "status/2")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StatusJson.read(text.substring(0, text.length() / 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StatusJson.read(text.replace("\"WELL\"", "\"FINE\"")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StatusJson.read("[".repeat(10_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNicThatIsHungIsSaidFirstWithWhatToDo() {
    TestConsole told = status(standing(Condition.GIVEN_UP, 0, once()));
    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.out()).startsWith("HUNG: eno1: hung, nothing more to try\n");
    assertThat(told.out()).contains("Next          unhang recover eno1\n");
    assertThat(told.out())
        .contains("unhang doctor /var/lib/unhang/evidence/watch-eno1-5eed0001-20315.tar.gz");
    assertThat(told.out()).contains("on hold: somebody works here");
  }

  @Test
  void aHangThatIsOverIsAFinding() {
    TestConsole told = status(standing(Condition.WELL, 0, once()));
    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.out()).startsWith("HUNG BEFORE: 1 hang since the watch started");
    assertThat(told.out()).contains("cured by restart-negotiation after 3.1 s");
    assertThat(told.out()).doesNotContain("Next");
  }

  @Test
  void nothingToTellOfIsClear() {
    TestConsole told = status(standing(Condition.WELL, 0, Counts.NONE));
    assertThat(told.exit()).isZero();
    assertThat(told.out()).startsWith("CLEAR: no hang since the watch started\n");
    assertThat(told.out().lines().toList()).hasSizeLessThanOrEqualTo(24);
  }

  @Test
  void whatIsOldIsNotTakenForNow() {
    wiring.host().clocks().pause(Duration.ofMinutes(5));
    TestConsole told = status(standing(Condition.WELL, 31, Counts.NONE));
    assertThat(told.exit()).isEqualTo(3);
    assertThat(told.err()).contains("this was so 31 s ago");
    assertThat(status(standing(Condition.WELL, 29, Counts.NONE)).exit()).isZero();
  }

  @Test
  void withoutAWatchItSaysSo() {
    TestConsole told = TestConsole.run(wiring, "status");
    assertThat(told.exit()).isEqualTo(66);
    assertThat(told.err()).contains("no watch runs on this host").contains("unhang doctor");
  }

  @Test
  void aDamagedFileIsNoStatus() {
    wiring.host().write(FILE, "{");
    TestConsole told = TestConsole.run(wiring, "status");
    assertThat(told.exit()).isEqualTo(66);
    assertThat(told.out()).isEmpty();
  }
}
