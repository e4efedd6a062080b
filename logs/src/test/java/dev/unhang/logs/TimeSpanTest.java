package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.LogFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A part of a text, by the time of day.
class TimeSpanTest {
  private static final String LOG =
      """
      2025-05-25T12:00:04+00:00 pve kernel: e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:
      2025-05-25T12:00:04+00:00 pve kernel:   TDH                  <67>
      2025-05-25T12:00:09+00:00 pve kernel: e1000e 0000:00:1f.6 eno1: Reset adapter unexpectedly
      2025-05-26T12:00:04+00:00 pve kernel: e1000e 0000:00:1f.6 eno1: NIC Link is Down
      """;

  private static Reading<LogFacts> read(String log, String since, String until) {
    TimeSpan span = new TimeSpan(time(since), time(until));
    LogReading reading = new LogReading(new Origin("kern.log"), span, event -> {});
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    reading.accept(bytes, 0, bytes.length);
    return reading.finish();
  }

  private static Optional<Instant> time(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  @Test
  void whatIsOutsideIsNotRead() {
    LogFacts facts = read(LOG, "", "2025-05-25T23:00:00Z").known().orElseThrow();
    assertThat(facts.episodes()).hasSize(1);
    assertThat(facts.counts().linkDown()).isZero();
    assertThat(facts.covers().getLast().to().text()).contains("05-25T12:00:09");
    assertThat(read(LOG, "2025-05-26T00:00:00Z", "").known().orElseThrow().episodes()).isEmpty();
  }

  @Test
  void nothingInItIsNotACleanLog() {
    assertThat(read(LOG, "2030-01-01T00:00:00Z", "").known()).isEmpty();
    assertThat(read(LOG, "2030-01-01T00:00:00Z", "").whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("holds nothing of that time"));
  }

  /// A minute in which nothing happened is found among many, and all of it.
  @Test
  void aPartOfALongLogIsReadLineByLine() {
    TimeSpan minute = new TimeSpan(time("2025-05-25T12:00:00Z"), time("2025-05-25T12:01:00Z"));
    LogReading part = new LogReading(new Origin("kern.log"), minute, event -> {});
    LogReading all = new LogReading(new Origin("kern.log"));
    byte[] bytes = LOG.getBytes(StandardCharsets.UTF_8);
    part.accept(bytes, 0, bytes.length);
    all.accept(bytes, 0, bytes.length);
    assertThat(all.takesBlocks()).isTrue();
    assertThat(part.takesBlocks()).isFalse();
  }

  @Test
  void stampsWithoutAYearCannotBeChosenFrom() {
    Reading<LogFacts> read =
        read("May 25 12:00:04 pve kernel: vmbr0: up\n", "2025-01-01T00:00:00Z", "");
    assertThat(read.whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("name no year and zone"));
  }

  /// A board without a clock begins each boot at the same time: which came later is not known.
  @Test
  void aBootThatBeganNoLaterDoesNotTellThatThisOneEnded() {
    String first =
        """
        {"_BOOT_ID":"11111111111111111111111111111111","__REALTIME_TIMESTAMP":"1748174404000000",\
        "_TRANSPORT":"kernel","MESSAGE":"e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:\\n\
          TDH                  <67>"}
        {"_BOOT_ID":"22222222222222222222222222222222","__REALTIME_TIMESTAMP":"%s",\
        "_TRANSPORT":"kernel","MESSAGE":"Linux version 6.8.12-10-pve (build@pve) #1 SMP"}
        """;
    assertThat(outcome(String.format(first, "1748174000000000")))
        .isNotEqualTo(Outcome.ENDED_BY_POWER_LOSS);
    assertThat(outcome(String.format(first, "1748174500000000")))
        .isEqualTo(Outcome.ENDED_BY_POWER_LOSS);
  }

  private static Outcome outcome(String log) {
    return read(log, "", "").known().orElseThrow().episodes().getFirst().outcome();
  }
}
