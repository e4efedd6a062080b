package dev.unhang.watch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.watch.alert.Delivery.Status;
import dev.unhang.watch.alert.Outbox.Result;
import dev.unhang.watch.alert.Outbox.Sending;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Account.Stage;
import dev.unhang.watch.machine.Cause;
import dev.unhang.watch.machine.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutboxTest {
  private static final List<String> CHANNELS = List.of("mail", "hook");
  private static final Instant DAY = Instant.parse("2026-05-25T13:00:00Z");

  private static Moment at(long seconds) {
    return new Moment(Duration.ofSeconds(seconds), DAY.plusSeconds(seconds));
  }

  private static Account account(String id, Stage stage) {
    return new Account(
        id,
        "eno1",
        "0000:00:19.0",
        Cause.HANG_REPORT,
        "TDH 61 TDT 90",
        at(0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        stage);
  }

  @Test
  void whatGoesOnIsNotSentAndWhatIsOverGoesOutOnceByEachChannel() {
    Outbox outbox = new Outbox(List.of());
    outbox.amend(account("a", Stage.GOES_ON), CHANNELS, at(0));
    assertThat(outbox.next(at(1))).isEmpty();
    outbox.amend(account("a", Stage.CURED), CHANNELS, at(2));
    List<String> sent = new ArrayList<>();
    Optional<Sending> next = outbox.next(at(3));
    while (next.isPresent()) {
      sent.add(next.get().channel() + " " + next.get().alert().account().stage());
      outbox.ended(next.get(), Result.TAKEN, at(3));
      next = outbox.next(at(3));
    }
    assertThat(sent).containsExactly("mail CURED", "hook CURED");
    outbox.amend(account("a", Stage.CURED), CHANNELS, at(4));
    assertThat(outbox.next(at(100_000))).isEmpty();
  }

  @Test
  void whatIsNotTakenIsTriedAgainLaterAndLater() {
    Outbox outbox = new Outbox(List.of());
    outbox.amend(account("a", Stage.CURED), List.of("mail"), at(0));
    List<Long> tried = new ArrayList<>();
    for (long second = 0; second < 4_000; second++) {
      Optional<Sending> next = outbox.next(at(second));
      if (next.isPresent()) {
        tried.add(second);
        outbox.ended(next.get(), Result.NOT_NOW, at(second));
      }
    }
    assertThat(tried).startsWith(0L, 10L, 30L, 70L, 150L, 310L, 630L, 1270L, 2170L, 3070L);
  }

  @Test
  void aWayThatIsBackEndsTheWaiting() {
    Outbox outbox = new Outbox(List.of());
    outbox.amend(account("a", Stage.CURED), List.of("mail"), at(0));
    outbox.ended(outbox.next(at(0)).orElseThrow(), Result.NOT_NOW, at(0));
    assertThat(outbox.next(at(1))).isEmpty();
    outbox.aWayIsBack();
    assertThat(outbox.next(at(1))).isPresent();
  }

  @Test
  void itExpiresAfterThreeDaysAndTwentyTriesAndNotByAJumpOfTheClock() {
    Outbox outbox = new Outbox(List.of());
    outbox.amend(account("a", Stage.CURED), List.of("mail"), at(0));
    Alert last =
        outbox.ended(
            outbox.next(at(0)).orElseThrow(),
            Result.NOT_NOW,
            new Moment(Duration.ZERO, DAY.plus(Duration.ofDays(400))));
    assertThat(last.deliveries().getFirst().status()).isEqualTo(Status.WAITING);
    int tries = 1;
    for (long second = 1; last.deliveries().getFirst().status() == Status.WAITING; second += 60) {
      Optional<Sending> next = outbox.next(at(second));
      if (next.isPresent()) {
        tries++;
        last = outbox.ended(next.get(), Result.NOT_NOW, at(second));
      }
    }
    assertThat(last.deliveries().getFirst().status()).isEqualTo(Status.EXPIRED);
    assertThat(tries).isGreaterThan(20);
    assertThat(last.isSettled()).isTrue();
  }

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("unhang.seeds", 300));
  }

  /// Killed at any point, with what was on disk last: nothing arrives twice, and each alert that
  /// did not arrive is known not to, or not for certain.
  @ParameterizedTest
  @MethodSource("seeds")
  void neverTwiceWhateverKillsIt(long seed) {
    Random random = new Random(seed);
    Map<String, Alert> disk = new HashMap<>();
    Map<String, Integer> arrived = new HashMap<>();
    Outbox outbox = new Outbox(List.of());
    long second = 0;
    for (int step = 0; step < 300; step++) {
      second += random.nextInt(120);
      if (random.nextInt(10) == 0) {
        outbox = new Outbox(List.copyOf(disk.values()));
      }
      String id = String.valueOf(random.nextInt(5));
      Alert known = disk.get(id);
      if (random.nextInt(4) == 0 && (known == null || !known.account().isOver())) {
        Stage stage = List.of(Stage.values()).get(random.nextInt(Stage.values().length));
        disk.put(id, outbox.amend(account(id, stage), CHANNELS, at(second)));
      }
      Optional<Sending> next = outbox.next(at(second));
      if (next.isPresent()) {
        Sending sending = next.get();
        disk.put(sending.alert().account().id(), sending.alert());
        boolean killedBefore = random.nextInt(8) == 0;
        boolean taken = random.nextBoolean();
        if (!killedBefore && taken) {
          arrived.merge(sending.alert().account().id() + sending.channel(), 1, Integer::sum);
        }
        if (killedBefore || random.nextInt(8) == 0) {
          outbox = new Outbox(List.copyOf(disk.values()));
        } else {
          Result result = taken ? Result.TAKEN : Result.NOT_NOW;
          disk.put(sending.alert().account().id(), outbox.ended(sending, result, at(second)));
        }
      }
    }
    assertThat(arrived.values()).allMatch(times -> times == 1);
    for (Alert alert : disk.values()) {
      for (Delivery each : alert.deliveries()) {
        String key = alert.account().id() + each.channel();
        if (each.status() == Status.SENT) {
          assertThat(arrived).containsKey(key);
        }
        if (arrived.containsKey(key)) {
          assertThat(each.status()).isNotEqualTo(Status.WAITING);
        }
      }
    }
  }
}
