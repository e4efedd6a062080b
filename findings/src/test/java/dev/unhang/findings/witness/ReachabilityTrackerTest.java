package dev.unhang.findings.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.host.ProbeAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who is dark and who went dark together, from probes once a second.
class ReachabilityTrackerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final ProbeAnswer YES = new ProbeAnswer.Answered(Duration.ofMillis(1));
  private static final ProbeAnswer NO = new ProbeAnswer.Silent("nothing came");
  private static final ProbeAnswer UNSENT = new ProbeAnswer.NotSent("ENETDOWN");

  private final List<ReachabilityTracker.Together> groups = new ArrayList<>();
  private final List<DownInterval> over = new ArrayList<>();

  private static Instant at(int second) {
    return Instant.EPOCH.plusSeconds(second);
  }

  /// Plays a row of letters a target, a second each: `+` answers, `-` does not, `?` was not sent.
  private ReachabilityTracker play(String... rows) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      names.add("t" + i);
    }
    ReachabilityTracker darkness = new ReachabilityTracker(names, SECOND, SECOND);
    for (int second = 0; second < rows[0].length(); second++) {
      for (int i = 0; i < rows.length; i++) {
        ProbeAnswer answer =
            switch (rows[i].charAt(second)) {
              case '+' -> YES;
              case '-' -> NO;
              default -> UNSENT;
            };
        darkness.accept("t" + i, at(second), answer);
      }
      for (Optional<ReachabilityTracker.Together> group = darkness.together(at(second + 1));
          group.isPresent();
          group = darkness.together(at(second + 1))) {
        groups.add(group.get());
      }
      over.addAll(darkness.over());
    }
    return darkness;
  }

  private List<String> dark(int group) {
    return groups.get(group).dark().stream().map(DownInterval::target).toList();
  }

  @Test
  void twoLostProbesAreNoDarkness() {
    play("++--++--++-+-+++++++");
    assertThat(groups).isEmpty();
    assertThat(over).isEmpty();
  }

  @Test
  void theThirdMissMakesItDarkSinceTheFirst() {
    play("+++---------", "++++++++++++");
    assertThat(groups).hasSize(1);
    DownInterval spell = groups.getFirst().dark().getFirst();
    assertThat(spell.lastAnswer()).isEqualTo(at(2));
    assertThat(spell.since()).isEqualTo(at(3));
    assertThat(groups.getFirst().answering()).containsExactly("t1");
  }

  @Test
  void whoGoesDarkWithinOneRoundWentTogether() {
    play("+++----------", "++++---------", "+++++++++++++");
    assertThat(groups).hasSize(1);
    assertThat(dark(0)).containsExactly("t0", "t1");
  }

  @Test
  void whoGoesDarkLaterIsAnotherMatterAndNeitherCountsForTheOther() {
    play("+++---------------------", "++++++++++++------------", "++++++++++++++++++++++++");
    assertThat(groups).hasSize(2);
    assertThat(dark(0)).containsExactly("t0");
    assertThat(groups.get(0).answering()).containsExactlyInAnyOrder("t1", "t2");
    assertThat(dark(1)).containsExactly("t1");
    assertThat(groups.get(1).answering()).containsExactly("t2");
    assertThat(groups.get(1).unknown()).containsExactly("t0");
  }

  @Test
  void theEndOfASpellIsToldAfterItsBeginning() {
    play("++---++++++++++");
    assertThat(groups).hasSize(1);
    assertThat(over).containsExactly(new DownInterval("t0", at(1), at(2), Optional.of(at(5))));
    ReachabilityTracker early = new ReachabilityTracker(List.of("t0"), SECOND, SECOND);
    early.accept("t0", at(0), YES);
    for (int second = 1; second < 4; second++) {
      early.accept("t0", at(second), NO);
    }
    early.accept("t0", at(4), YES);
    assertThat(early.together(at(4))).isEmpty();
    assertThat(early.over()).isEmpty();
    assertThat(early.together(at(30))).isPresent();
    assertThat(early.over()).hasSize(1);
    assertThat(early.over()).isEmpty();
  }

  /// It may be one that answers no probes at all.
  @Test
  void whoHasNeverAnsweredIsNotDark() {
    ReachabilityTracker darkness = play("---------------", "+++++++++++++++");
    assertThat(groups).isEmpty();
    assertThat(darkness.standing().unheard()).containsExactly("t0");
    assertThat(darkness.standing().dark()).isEmpty();
  }

  @Test
  void whatWasNotSentSaysNothing() {
    ReachabilityTracker darkness = play("+++????????????", "+++------------");
    assertThat(groups).hasSize(1);
    assertThat(dark(0)).containsExactly("t1");
    assertThat(groups.getFirst().answering()).isEmpty();
    assertThat(groups.getFirst().unknown()).containsExactly("t0");
    assertThat(darkness.standing().unsent()).containsExactly("t0");
  }

  @Test
  void whoMissesNowAndThenIsInDoubt() {
    play("+++---------", "++++++++---+");
    assertThat(groups.getFirst().dark()).hasSize(1);
    assertThat(groups.getFirst().unknown()).containsExactly("t1");
  }
}
