package dev.unhang.watch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.change.Change;
import dev.unhang.model.plan.Action;
import dev.unhang.sim.SimFault;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.policy.PreventRule;
import dev.unhang.watch.policy.RebootRule;
import dev.unhang.watch.policy.RecoverRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Seeded days: hangs of every kind, load, forged and true lines, floods, clocks that jump, holds,
/// other policies, a disk that is full, and the watch killed between any two things it does.
/// Nothing of what it promises may break on any of them. `-Dunhang.seeds=100000` plays more.
class WatchedDaysTest {
  private static final int SEEDS = Integer.getInteger("unhang.seeds", 30);
  private static final int DEEDS = 25;
  private static final int ALLOWED_AN_HOUR = 3;

  /// Seeds of days that once broke a promise.
  private static final long[] REGRESSIONS = {};

  static LongStream seeds() {
    return LongStream.concat(LongStream.of(REGRESSIONS), LongStream.range(0, SEEDS));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPromiseBreaks(long seed) {
    Random random = new Random(seed);
    Day day = new Day();
    day.afterReboot =
        after -> {
          if (random.nextBoolean()) {
            after.hang(any(random, SimFault.values()));
          }
        };
    day.start(policy(random));
    for (int i = 0; i < DEEDS; i++) {
      something(day, random);
      if (random.nextInt(3) == 0) {
        day.killAfter = random.nextInt(60);
      }
      day.pass(Duration.ofSeconds(random.nextInt(1, 90)));
      if (random.nextInt(4) == 0) {
        day.skip(Duration.ofMinutes(random.nextInt(1, 40)));
      }
    }
    day.hold(false);
    day.someoneElseHasTheHost(false);
    day.killAfter = Integer.MAX_VALUE;
    day.pass(Duration.ofMinutes(6));
    keptItsWord(day);
  }

  private static Policy policy(Random random) {
    return Day.policy(
        any(random, RecoverRule.values()),
        random.nextBoolean() ? PreventRule.LIVE : PreventRule.OFF,
        any(random, RebootRule.values()));
  }

  private static <T> T any(Random random, T[] all) {
    return List.of(all).get(random.nextInt(all.length));
  }

  private static void something(Day day, Random random) {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        if (!day.host.isHung()) {
          day.hang(any(random, SimFault.values()));
        }
      }
      case 3 -> day.load(random.nextInt(5, 120));
      case 4 -> {
        any(random, WatchTest.Forgery.values()).accept(day);
      }
      case 5 -> {
        for (int i = 0; i < 500; i++) {
          day.host.logs("kernel", Optional.empty(), "audit: type=1400 flooded " + i);
        }
      }
      case 6 -> day.host.setClock(Duration.ofMinutes(random.nextInt(-100_000, 100_000)));
      case 7 -> day.hold(random.nextBoolean());
      case 8 -> day.reload(policy(random));
      case 9 -> {
        day.diskIsFull = random.nextBoolean();
        day.isInhibited = random.nextInt(4) == 0;
      }
      case 10 -> day.restart();
      default -> day.host.logs("kernel", Optional.of(Day.CARD), Day.REPORT + "\n  TDH <61>");
    }
  }

  private static void keptItsWord(Day day) {
    assertThat(day.entries.history()).as("nothing is left half done").noneMatch(Change::isPending);
    List<Duration> begun = new ArrayList<>(day.recoveries.values());
    for (int i = ALLOWED_AN_HOUR; i < begun.size(); i++) {
      assertThat(begun.get(i).minus(begun.get(i - ALLOWED_AN_HOUR)))
          .as("recoveries " + begun)
          .isGreaterThanOrEqualTo(Duration.ofHours(1).minusSeconds(1));
    }
    for (int i = 1; i < day.reboots.size(); i++) {
      assertThat(day.reboots.get(i).minus(day.reboots.get(i - 1)))
          .as("reboots " + day.reboots)
          .isGreaterThanOrEqualTo(Duration.ofHours(24).minusSeconds(1));
    }
    for (Account account : day.told.values()) {
      assertThat(account.isReady()).as("told to its end: " + account).isTrue();
      assertThat(rungs(day, account.id())).as("steps of " + account.id()).doesNotHaveDuplicates();
    }
    assertThat(day.told.values().stream().filter(account -> !account.isOver()).count())
        .as("at most the last goes on: " + day.told)
        .isLessThanOrEqualTo(1);
    if (day.host.isHung()) {
      assertThat(List.copyOf(day.told.values()).getLast().isOver())
          .as("a card that stands still is told of")
          .isFalse();
    }
  }

  private static List<String> rungs(Day day, String episode) {
    return day.entries.history().stream()
        .filter(change -> change.title().contains(episode + " at "))
        .flatMap(change -> change.actions().stream())
        .filter(Action.Recover.class::isInstance)
        .map(action -> ((Action.Recover) action).rung().value())
        .toList();
  }

  /// A day on which only words are spoken.
  @Test
  void aThousandForgedLinesAreAllThatIsNoticed() {
    Day day = new Day();
    day.start(Day.policy(RecoverRule.ALL, PreventRule.LIVE));
    day.pass(Duration.ofSeconds(3));
    for (int i = 0; i < 1_000; i++) {
      for (WatchTest.Forgery forgery : WatchTest.Forgery.values()) {
        forgery.accept(day);
      }
    }
    day.pass(Duration.ofSeconds(30));
    assertThat(day.done).isEmpty();
    assertThat(day.told).isEmpty();
    assertThat(day.entries.history()).isEmpty();
    assertThat(day.distrusted()).as("the other two were never the kernel's words").isEqualTo(3_000);
  }
}
