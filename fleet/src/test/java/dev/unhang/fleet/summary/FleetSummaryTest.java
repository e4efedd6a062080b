package dev.unhang.fleet.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unhang.findings.rate.Rate;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.HostState;
import dev.unhang.fleet.scan.HungNic;
import dev.unhang.fleet.scan.NotKnown;
import dev.unhang.model.facts.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FleetSummaryTest {
  private static final Duration TEN_DAYS = Duration.ofDays(10);

  private static HostResult host(String name, int hangs, Map<Trait, String> traits) {
    return new HostResult(
        name,
        hangs > 0 ? HostState.HUNG : HostState.CLEAN,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        TEN_DAYS,
        hangs > 0
            ? List.of(
                new HungNic(
                    "eno1", Optional.empty(), hangs, Optional.empty(), Optional.empty(), "unknown"))
            : List.of(),
        traits);
  }

  /// So many hosts of one kernel, of which the first ones hung so often each.
  private static List<HostResult> kernel(String kernel, int hosts, int hung, int hangs) {
    return IntStream.range(0, hosts)
        .mapToObj(i ->
            host(
                kernel + "-" + i,
                i < hung ? hangs : 0,
                Map.of(Trait.DRIVER, "e1000e", Trait.KERNEL, kernel)))
        .toList();
  }

  @SafeVarargs
  private static FleetSummary summary(List<HostResult>... parts) {
    List<HostResult> all = new ArrayList<>();
    for (List<HostResult> part : parts) {
      all.addAll(part);
    }
    return FleetSummary.of(all);
  }

  @Test
  void ratesAreOfEachKindAndTheOneThatSurelyHangsMostIsFirst() {
    FleetSummary fleet =
        summary(kernel("6.8", 1, 0, 0), kernel("6.1", 4, 3, 5), kernel("5.15", 1, 1, 1));
    assertThat(fleet.hung()).isEqualTo(4);
    assertThat(fleet.clean()).isEqualTo(2);
    assertThat(fleet.kinds().stream().map(kind -> kind.kind().kernel().orElse("")))
        .containsExactly("6.1", "5.15", "6.8");
    KindRate first = fleet.kinds().getFirst();
    assertThat(first.hangs()).isEqualTo(15);
    assertThat(first.hung()).isEqualTo(3);
    Rate rate = first.rate().orElseThrow();
    assertThat(rate.perUnit()).isCloseTo(15 / 40.0, within(1e-9));
    assertThat(fleet.kinds().getLast().rate().orElseThrow().interval().low()).isZero();
  }

  @Test
  void whoIsLikeThoseThatHangIsAtRisk() {
    FleetSummary fleet = summary(kernel("6.1", 4, 3, 5), kernel("6.8", 5, 0, 0));
    assertThat(fleet.atRisk().stream().map(HostAtRisk::name)).containsExactly("6.1-3");
  }

  /// Two hosts of which nothing was read are alike in nothing.
  @Test
  void whoseKindWasNotReadIsLikeNobody() {
    assertThat(
            summary(List.of(host("a", 3, Map.of()), host("b", 0, Map.of(Trait.DRIVER, "e1000e"))))
                .atRisk())
        .isEmpty();
    assertThat(summary(List.of(host("a", 3, Map.of()), host("b", 0, Map.of()))).atRisk()).isEmpty();
  }

  @Test
  void whatIsNotKnownCountsNowhereElse() {
    FleetSummary fleet =
        summary(
            kernel("6.1", 2, 1, 1),
            List.of(
                HostResult.notKnown("x", NotKnown.UNREACHABLE, ""),
                HostResult.notKnown("y", NotKnown.UNREACHABLE, ""),
                HostResult.notKnown("z", NotKnown.KEY_CHANGED, "")));
    assertThat(fleet.notKnown()).isEqualTo(3);
    assertThat(fleet.unknown())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(NotKnown.UNREACHABLE, 2, NotKnown.KEY_CHANGED, 1));
    assertThat(fleet.kinds()).hasSize(1);
    assertThat(fleet.kinds().getFirst().hosts()).isEqualTo(2);
  }

  @Test
  void aValueThatSeparatesThemIsTelling() {
    FleetSummary fleet = summary(kernel("6.1", 20, 15, 2), kernel("6.8", 40, 1, 2));
    FleetDifference first = fleet.differences().getFirst();
    assertThat(first.trait()).isEqualTo(Trait.KERNEL);
    assertThat(first.value()).isEqualTo("6.1");
    assertThat(first.with()).isEqualTo(20);
    assertThat(first.hungWith()).isEqualTo(15);
    assertThat(first.without()).isEqualTo(40);
    assertThat(first.hungWithout()).isEqualTo(1);
    assertThat(first.isTelling()).isTrue();
    assertThat(fleet.differences())
        .as("what all have, and what those that hang have less often, separates nothing")
        .hasSize(1);
  }

  /// Fisher's exact test by hand: both of two that hung have it, none of two others; the chance of
  /// that is 1 in 6, and two values were tried.
  @Test
  void theChanceIsThatOfFisherTimesTheValuesTried() {
    FleetDifference first =
        summary(kernel("6.1", 2, 2, 1), kernel("6.8", 2, 0, 0)).differences().getFirst();
    assertThat(first.chance()).isCloseTo(2 / 6.0, within(1e-9));
    assertThat(first.isTelling()).isFalse();
  }

  /// A chip that only hosts of one kernel have can't be told from it.
  @Test
  void whatIsOnTheSameHostsIsNamedBesideIt() {
    List<HostResult> hosts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean old = i < 20;
      hosts.add(
          host(
              "h" + i,
              old && i < 15 ? 1 : 0,
              Map.of(
                  Trait.KERNEL,
                  old ? "6.1" : "6.8",
                  Trait.CHIP,
                  old ? "I217-LM" : "I219-V",
                  Trait.TSO,
                  i % 2 == 0 ? "on" : "off")));
    }
    List<FleetDifference> found = FleetSummary.of(hosts).differences();
    assertThat(found.getFirst().alike()).hasSize(1);
    assertThat(found.stream().filter(FleetDifference::isTelling).map(FleetDifference::trait))
        .containsExactlyInAnyOrder(Trait.KERNEL, Trait.CHIP);
    assertThat(found.stream().filter(each -> each.trait() == Trait.TSO))
        .allMatch(each -> !each.isTelling());
  }

  /// The same version is another thing on another chip.
  @Test
  void firmwareIsComparedWithinItsChip() {
    List<HostResult> hosts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      hosts.add(host("a" + i, 1, Map.of(Trait.CHIP, "I210", Trait.FIRMWARE, "1.2")));
      hosts.add(host("b" + i, 0, Map.of(Trait.CHIP, "I350", Trait.FIRMWARE, "1.2")));
    }
    assertThat(FleetSummary.of(hosts).differences().stream().map(FleetDifference::value))
        .contains("1.2 of I210")
        .doesNotContain("1.2");
  }

  /// Hosts that hang by chance alone, with 20 settings that have nothing to do with it: in 200
  /// fleets some value is called telling in 5 of 100 at most.
  @Test
  void chanceIsSeldomTakenForACause() {
    Random random = new Random(7);
    int wrong = 0;
    for (int fleet = 0; fleet < 200; fleet++) {
      List<HostResult> hosts = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Map<Trait, String> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
          traits.put(trait, random.nextBoolean() ? "one" : "other");
        }
        hosts.add(host("h" + i, random.nextInt(4) == 0 ? 1 : 0, traits));
      }
      if (FleetSummary.of(hosts).differences().stream().anyMatch(FleetDifference::isTelling)) {
        wrong++;
      }
    }
    assertThat(wrong).isLessThanOrEqualTo(10);
  }
}
