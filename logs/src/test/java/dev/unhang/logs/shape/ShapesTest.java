package dev.unhang.logs.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.ReadLogs;
import dev.unhang.logs.shape.Shape.Tells;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.Standstill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One log in every shape in which people hand it over: the answer is the same, or it is said why
/// there is none.
class ShapesTest {
  static Stream<SeedLog> seeds() {
    return Stream.of(
        SeedLog.of("e1000e-82574-lab-reset-by-driver"),
        SeedLog.of("e1000e-82574-lab-hung-to-shutdown"),
        SeedLog.of("e1000e-82574-lab-cured-by-renegotiation"),
        SeedLog.of(
            "two boots, two cards",
            "Nov 21 04:07:03 pve-02 kernel: Linux version 6.8.12-4-pve (build@proxmox) #1 SMP",
            "Nov 21 04:07:09 pve-02 kernel: igb 0000:05:00.1 enp5s0f1: igb: enp5s0f1 NIC Link is Up"
                + " 1000 Mbps Full Duplex, Flow Control: RX/TX",
            "Nov 21 04:17:09 pve-02 kernel: igb 0000:05:00.1: Detected Tx Unit Hang",
            "                                 Tx Queue             <2>",
            "                                 TDH                  <18>",
            "                                 TDT                  <23>",
            "                                 next_to_use          <23>",
            "                                 next_to_clean        <18>",
            "                               buffer_info[next_to_clean]",
            "                                 time_stamp           <100001531>",
            "                                 next_to_watch        <00000000f5ba1d53>",
            "                                 jiffies              <100001725>",
            "                                 desc.status          <120200>",
            "Nov 21 04:17:12 pve-02 kernel: igb 0000:05:00.1 enp5s0f1: Reset adapter",
            "Nov 21 04:17:15 pve-02 kernel: igb 0000:05:00.1 enp5s0f1: igb: enp5s0f1 NIC Link is Up"
                + " 1000 Mbps Full Duplex, Flow Control: RX/TX",
            "Nov 21 04:50:01 pve-02 systemd-shutdown[1]: Syncing filesystems and block devices.",
            "Nov 21 04:50:02 pve-02 systemd-shutdown[1]: Sending SIGTERM to remaining processes...",
            "Nov 21 04:52:03 pve-02 kernel: Linux version 6.8.12-4-pve (build@proxmox) #1 SMP",
            "Nov 21 04:52:08 pve-02 kernel: r8169 0000:03:00.0 enp3s0: Link is Up - 1Gbps/Full -"
                + " flow control rx/tx",
            "Nov 21 05:02:08 pve-02 kernel: NETDEV WATCHDOG: enp3s0 (r8169): transmit queue 0 timed"
                + " out 5004 ms",
            "Nov 21 05:02:18 pve-02 kernel: NETDEV WATCHDOG: enp3s0 (r8169): transmit queue 0 timed"
                + " out 15004 ms",
            "Nov 21 05:02:19 pve-02 kernel: r8169 0000:03:00.0 enp3s0: Link is Down"));
  }

  /// What a reader wants to know, times apart.
  private static String answer(LogFacts facts, Tells tells) {
    List<String> told = new ArrayList<>();
    for (Episode episode : facts.episodes()) {
      told.add(
          episode.dumps()
              + " reports of "
              + episode.nic()
              + " "
              + episode.dump().asPrinted()
              + (tells == Tells.NO_TIMES ? "" : " " + episode.outcome()));
    }
    for (Standstill still : facts.standstills()) {
      told.add(
          still.lines()
              + " lines of "
              + still.nic()
              + " "
              + still.lasted()
              + (tells == Tells.NO_TIMES ? "" : " " + still.outcome()));
    }
    for (FaultLines lines : facts.faults()) {
      told.add(lines.nic() + " " + lines.fault() + " " + lines.lines());
    }
    return told
        + " "
        + facts.counts()
        + (tells == Tells.NO_TIMES ? "" : " in " + facts.covers().size());
  }

  /// How long the first episode's reports came, where the shape's stamps tell it.
  private static Optional<Duration> lasted(LogFacts facts) {
    Episode episode = facts.episodes().getFirst();
    return Gap.between(episode.first(), episode.last());
  }

  /// Collectors put their own time before a line, here one for all.
  private static boolean keepsTimes(Shape shape, LogFacts facts, LogFacts other) {
    return shape.tells() != Tells.TIMES
        || shape.name().contains("12:00")
        || lasted(other)
            .map(lasted -> lasted.minus(lasted(facts).orElseThrow()).abs().toMillis() < 1100)
            .orElse(other.episodes().getFirst().first().isKnown());
  }

  private static Optional<String> refusal(Reading<LogFacts> reading) {
    List<Trouble> troubles = new ArrayList<>();
    if (reading instanceof Reading.Unreadable<LogFacts> unreadable) {
      troubles.add(unreadable.trouble());
    }
    reading.known().ifPresent(facts -> troubles.addAll(facts.troubles()));
    return troubles.stream().map(Trouble::toString).findFirst();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyShapeTellsTheSameOrSaysWhyNot(SeedLog seed) {
    Shape plain = Shapes.all().getFirst();
    LogFacts facts = ReadLogs.facts(plain.write().apply(seed));
    assertThat(facts.episodes()).isNotEmpty();
    List<String> differ = new ArrayList<>();
    for (Shape shape : Shapes.all()) {
      Reading<LogFacts> reading = ReadLogs.read(shape.write().apply(seed));
      Optional<String> refusal = refusal(reading);
      String told = reading.known().map(other -> answer(other, shape.tells())).orElse("nothing");
      boolean same = told.equals(answer(facts, shape.tells()));
      if (!same && (refusal.isEmpty() || shape.tells() != Tells.MAY_REFUSE)) {
        differ.add(shape.name() + ": " + told + " " + refusal);
      } else if (same && !keepsTimes(shape, facts, reading.known().orElseThrow())) {
        differ.add(shape.name() + ": other times");
      }
    }
    assertThat(differ).as("expected: " + answer(facts, Tells.TIMES)).isEmpty();
  }

  @Test
  void thereAreMoreThanEightyShapes() {
    assertThat(Shapes.all().stream().map(Shape::name).distinct()).hasSizeGreaterThan(80);
  }
}
