package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.id.BootId;
import dev.unhang.model.id.Hertz;
import dev.unhang.model.log.BootEnd;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LogFacts.Counts;
import dev.unhang.model.log.StuckFor;
import dev.unhang.model.log.StuckFor.HzFrom;
import dev.unhang.testing.Fixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The lab's hangs were recorded in many formats at once: they must tell the same story.
class LabTest {
  private static final String SHUTDOWN = "e1000e-82574-lab-hung-to-shutdown/";
  private static final String RESET = "e1000e-82574-lab-reset-by-driver/";
  private static final String CURED = "e1000e-82574-lab-cured-by-renegotiation/";

  private static LogFacts facts(String file) {
    return ReadLogs.facts(Fixtures.report(file));
  }

  private static Episode only(String file) {
    LogFacts facts = facts(file);
    assertThat(facts.episodes()).as(file).hasSize(1);
    return facts.episodes().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "kernel.log, 14, ENDED_BY_SHUTDOWN",
    "journal.json, 14, ENDED_BY_SHUTDOWN",
    "journal-short-iso.txt, 14, ENDED_BY_SHUTDOWN",
    "journal-short-precise.txt, 14, ENDED_BY_SHUTDOWN",
    "journal-short-monotonic.txt, 14, ENDED_BY_SHUTDOWN",
    "journal-export.txt, 14, ENDED_BY_SHUTDOWN",
    "journal-verbose.txt, 14, ENDED_BY_SHUTDOWN",
    "journal-pretty.json, 14, ENDED_BY_SHUTDOWN",
    "dmesg.json, 12, CONTINUING",
    "dmesg.txt, 12, CONTINUING",
    "dmesg-T.txt, 12, CONTINUING",
    "dmesg-iso.txt, 13, CONTINUING",
    "dmesg-raw.txt, 13, CONTINUING",
    "dmesg-decode.txt, 12, CONTINUING"
  })
  void everyFormatTellsTheSameHang(String file, long dumps, Outcome outcome) {
    Episode episode = only(SHUTDOWN + file);
    Episode json = only(SHUTDOWN + "journal.json");
    assertThat(episode.dumps()).isEqualTo(dumps);
    assertThat(episode.outcome()).isEqualTo(outcome);
    assertThat(episode.dump()).isEqualTo(json.dump());
    assertThat(episode.nic()).isEqualTo(json.nic());
    assertThat(episode.ring()).isEqualTo(json.ring());
    assertThat(episode.firstText()).isEqualTo(json.firstText());
    assertThat(episode.firstIsAt()).isTrue();
    assertThat(facts(SHUTDOWN + file).counts()).isEqualTo(new Counts(0, 0, 1, 0));
    assertThat(facts(SHUTDOWN + file).troubles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel.log",
        "journal.json",
        "journal-short-monotonic.txt",
        "journal-short-iso.txt",
        "journal-export.txt",
        "journal-verbose.txt",
        "journal-pretty.json",
        "dmesg.json",
        "dmesg.txt",
        "dmesg-iso.txt",
        "dmesg-raw.txt",
        "dmesg-decode.txt"
      })
  void twoReportsTellTheTickRate(String file) {
    StuckFor stuck = only(SHUTDOWN + file).stuck().orElseThrow();
    assertThat(stuck.hz()).contains(new Hertz(250));
    assertThat(stuck.hzFrom()).isEqualTo(HzFrom.TWO_DUMPS);
  }

  @Test
  void theLastReportTellsHowLongItWasStuck() {
    StuckFor stuck = only(SHUTDOWN + "journal.json").stuck().orElseThrow();
    assertThat(stuck.time().orElseThrow())
        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    assertThat(only(SHUTDOWN + "kernel.log").stuck().orElseThrow().ticks())
        .isEqualTo(stuck.ticks());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernel.log", "journal.json", "journal-short-monotonic.txt", "dmesg.txt"})
  void aLogThatBeginsWithTheBannerBeginsWithItsBoot(String file) {
    List<LogCoverage> covers = facts(SHUTDOWN + file).covers();
    assertThat(covers).hasSize(1);
    assertThat(covers.getFirst().fromBoot()).isTrue();
    assertThat(covers.getFirst().end())
        .isEqualTo(file.startsWith("dmesg") ? BootEnd.LOG_ENDS : BootEnd.SHUTDOWN);
  }

  /// Records, stamps, boots and devices are the entry's own, however it was printed.
  @ParameterizedTest
  @CsvSource({
    "journal-export.txt, journal export",
    "journal-verbose.txt, journal verbose",
    "journal-pretty.json, journal json"
  })
  void theJournalSaysTheSameInEveryForm(String file, String dialect) {
    assertThat(facts(SHUTDOWN + file).dialect()).containsExactly(dialect);
    Episode episode = only(SHUTDOWN + file);
    Episode json = only(SHUTDOWN + "journal.json");
    assertThat(episode.first()).isEqualTo(json.first());
    assertThat(episode.boot()).isEqualTo(json.boot());
    assertThat(episode.stuck()).isEqualTo(json.stuck());
  }

  @Test
  void theJournalKnowsItsBoot() {
    BootId boot = new BootId("eb6a2d01e1f24ff9ab937ca8278e38d1");
    assertThat(facts(SHUTDOWN + "journal.json").covers().getFirst().boot()).contains(boot);
    assertThat(only(SHUTDOWN + "journal.json").boot()).contains(boot);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernel.log", "journal.json", "dmesg.txt"})
  void theDriversResetIsSeen(String file) {
    Episode episode = only(RESET + file);
    assertThat(episode.dumps()).isEqualTo(3);
    assertThat(episode.outcome()).isEqualTo(Outcome.RESET_BY_DRIVER);
    assertThat(facts(RESET + file).counts()).isEqualTo(new Counts(1, 1, 2, 0));
    assertThat(episode.dump()).isEqualTo(only(RESET + "journal.json").dump());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernel.log", "journal.json", "dmesg.txt"})
  void theLinkChangeThatFreedItIsSeen(String file) {
    Episode episode = only(CURED + file);
    assertThat(episode.dumps()).isEqualTo(8);
    assertThat(episode.outcome()).isEqualTo(Outcome.FREED_BY_LINK_CHANGE);
    assertThat(facts(CURED + file).counts()).isEqualTo(new Counts(0, 0, 2, 0));
    assertThat(episode.dump()).isEqualTo(only(CURED + "journal.json").dump());
  }
}
