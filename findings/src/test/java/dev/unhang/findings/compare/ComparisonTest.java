package dev.unhang.findings.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unhang.model.facts.ComparedHost;
import dev.unhang.model.facts.ComparedHost.State;
import dev.unhang.model.facts.Trait;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  /// @param traits each followed by its value
  private static ComparedHost host(String name, State state, Object... traits) {
    Map<Trait, String> read = new HashMap<>();
    for (int i = 0; i < traits.length; i += 2) {
      read.put((Trait) traits[i], (String) traits[i + 1]);
    }
    return new ComparedHost(name, Optional.of("eno1"), state, "", read);
  }

  private static List<Trait> separating(Comparison comparison) {
    return comparison.separating().stream().map(Difference::trait).toList();
  }

  @Test
  void aConfounderIsNamed() {
    Comparison comparison =
        Comparison.of(
            List.of(
                host("a", State.HANGS, Trait.CHIP, "I217", Trait.KERNEL, "6.8", Trait.TSO, "on"),
                host("b", State.HANGS, Trait.CHIP, "I217", Trait.KERNEL, "6.8", Trait.TSO, "on"),
                host(
                    "c", State.HEALTHY, Trait.CHIP, "I219", Trait.KERNEL, "6.1", Trait.TSO, "on")));
    assertThat(separating(comparison)).containsExactlyInAnyOrder(Trait.CHIP, Trait.KERNEL);
    assertThat(comparison.separating())
        .allSatisfy(difference ->
            assertThat(difference.against()).singleElement().asString().contains("differs too"));
    assertThat(comparison.shared()).containsKey(Trait.TSO);
    assertThat(comparison.firstToTry()).map(Difference::trait).contains(Trait.KERNEL);
  }

  @Test
  void theNearestNeighbourCountsMost() {
    Comparison comparison =
        Comparison.of(
            List.of(
                host("a", State.HANGS, Trait.TSO, "on", Trait.KERNEL, "6.8", Trait.CHIP, "I217"),
                host(
                    "near",
                    State.HEALTHY,
                    Trait.TSO,
                    "off",
                    Trait.KERNEL,
                    "6.8",
                    Trait.CHIP,
                    "I217"),
                host(
                    "far",
                    State.HEALTHY,
                    Trait.TSO,
                    "off",
                    Trait.KERNEL,
                    "6.1",
                    Trait.CHIP,
                    "I219")));
    assertThat(separating(comparison)).containsExactly(Trait.TSO);
    assertThat(comparison.separating().getFirst().weight()).isCloseTo(2.0, within(1e-9));
    assertThat(comparison.separating().getFirst().pairs()).isEqualTo(2);
    assertThat(comparison.shared()).containsOnlyKeys(Trait.KERNEL, Trait.CHIP);
  }

  @Test
  void imagesAndVersionsAreComparedWithinTheirOwnersOnly() {
    ComparedHost failing =
        host("a", State.HANGS, Trait.CHIP, "I217", Trait.FIRMWARE, "0.13-4", Trait.BIOS, "1.0");
    Comparison other =
        Comparison.of(
            List.of(
                failing, host("b", State.HEALTHY, Trait.CHIP, "I219", Trait.FIRMWARE, "0.5-4")));
    assertThat(separating(other)).containsExactly(Trait.CHIP);
    Comparison same =
        Comparison.of(
            List.of(
                failing,
                host(
                    "b",
                    State.HEALTHY,
                    Trait.CHIP,
                    "I217",
                    Trait.FIRMWARE,
                    "0.5-4",
                    Trait.BIOS,
                    "2.0")));
    assertThat(separating(same)).as("the machines were not read").containsExactly(Trait.FIRMWARE);
  }

  @Test
  void theNearestPairHasTheSameDriverAndKernel() {
    Comparison comparison =
        Comparison.of(
            List.of(
                host(
                    "a",
                    State.HANGS,
                    Trait.DRIVER,
                    "e1000e",
                    Trait.DRIVER_VERSION,
                    "6.8",
                    Trait.TSO,
                    "on",
                    Trait.CHIP,
                    "I217"),
                host(
                    "other kernel",
                    State.HEALTHY,
                    Trait.DRIVER,
                    "e1000e",
                    Trait.DRIVER_VERSION,
                    "6.12",
                    Trait.TSO,
                    "on",
                    Trait.CHIP,
                    "I217"),
                host(
                    "same kernel",
                    State.HEALTHY,
                    Trait.DRIVER,
                    "e1000e",
                    Trait.DRIVER_VERSION,
                    "6.8",
                    Trait.TSO,
                    "off [fixed]",
                    Trait.CHIP,
                    "I219")));
    assertThat(comparison.nearest())
        .hasValueSatisfying(pair -> {
          assertThat(pair.healthy().name()).isEqualTo("same kernel");
          assertThat(pair.differing()).containsExactly(Trait.TSO, Trait.CHIP);
        });
    assertThat(Comparison.of(List.of(host("a", State.HANGS))).nearest()).isEmpty();
  }

  @Test
  void whatChipAndKernelDecideIsSaidToBe() {
    Comparison comparison =
        Comparison.of(
            List.of(
                host("a", State.HANGS, Trait.TSO, "on"),
                host("b", State.HEALTHY, Trait.TSO, "off [fixed]")));
    assertThat(comparison.separating().getFirst().against())
        .anyMatch(words -> words.contains("its chip and kernel decide that"));
    assertThat(
            host("c", State.HEALTHY, Trait.TSO, "off")
                .shares(host("d", State.HEALTHY, Trait.TSO, "off [fixed]"), Trait.TSO))
        .isTrue();
  }

  @Test
  void whatWasNotReadEqualsNothing() {
    Comparison comparison =
        Comparison.of(
            List.of(
                host("a", State.HANGS, Trait.TSO, "on", Trait.EEE, "on"),
                host("b", State.HEALTHY, Trait.TSO, "off"),
                host("c", State.HEALTHY, Trait.EEE, "off")));
    assertThat(separating(comparison)).containsExactlyInAnyOrder(Trait.TSO, Trait.EEE);
    Difference tso =
        comparison.separating().stream()
            .filter(each -> each.trait() == Trait.TSO)
            .findFirst()
            .orElseThrow();
    assertThat(tso.pairs()).isEqualTo(1);
    assertThat(tso.against()).contains("not read on c, which is not counted");
  }

  @Test
  void hostsThatHangForDifferentValuesShareNoDifference() {
    Comparison comparison =
        Comparison.of(
            List.of(
                host("a", State.HANGS, Trait.KERNEL, "6.8"),
                host("b", State.HANGS, Trait.KERNEL, "6.5"),
                host("c", State.HEALTHY, Trait.KERNEL, "6.1")));
    assertThat(comparison.separating()).isEmpty();
  }

  @Test
  void aHostWithoutALogIsNoHealthyHost() {
    Comparison comparison =
        Comparison.of(
            List.of(
                host("a", State.HANGS, Trait.TSO, "on"),
                host("b", State.NOT_KNOWN, Trait.TSO, "off")));
    assertThat(comparison.separating()).isEmpty();
    assertThat(comparison.shared()).isEmpty();
  }

  @Test
  void hardwareIsNothingToTry() {
    Comparison comparison =
        Comparison.of(
            List.of(
                host("a", State.HANGS, Trait.CHIP, "I217"),
                host("b", State.HEALTHY, Trait.CHIP, "I219")));
    assertThat(comparison.firstToTry()).isEmpty();
  }
}
