package dev.unhang.watch.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.watch.machine.Event.ClimbEnd;
import dev.unhang.watch.policy.Alerting;
import dev.unhang.watch.policy.NicPolicy;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.policy.PreventRule;
import dev.unhang.watch.policy.Publishing;
import dev.unhang.watch.policy.RebootRule;
import dev.unhang.watch.policy.RecoverRule;
import dev.unhang.watch.sense.Sight;
import dev.unhang.watch.sense.Traffic;
import dev.unhang.watch.sense.TxSample;
import dev.unhang.watch.sense.WatchedNic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The heart by itself: events in, orders out.
class WatchMachineTest {
  private static final WatchedNic PLAIN = nic("eno1", "0000:00:19.0", false);
  private static final WatchedNic CLUSTER = nic("eno2", "0000:01:00.0", true);
  private static final Sight STILL = new Sight(Sight.Kind.STANDS_STILL, "TDH 61 TDT 90");

  private final WatchMachine machine = new WatchMachine();
  private long milliseconds = 1_000;

  private static WatchedNic nic(String name, String pci, boolean cluster) {
    return new WatchedNic(
        new InterfaceName(name), PciAddress.parse(pci), Optional.of("e1000e"), cluster);
  }

  private Moment now() {
    return new Moment(Duration.ofMillis(milliseconds), Instant.ofEpochMilli(milliseconds));
  }

  private static Policy policy(RebootRule reboot) {
    return new Policy(
        new NicPolicy(RecoverRule.ALL, PreventRule.OFF, reboot, 3),
        Map.of(),
        Alerting.NONE,
        Publishing.NONE);
  }

  private List<Order> starts(Policy policy, Past past, WatchedNic... nics) {
    List<Order> orders =
        new ArrayList<>(machine.accept(new Event.Started(now(), policy, past, "b")));
    orders.addAll(machine.accept(new Event.Settled(now(), orders.getFirst().number(), false)));
    orders.addAll(machine.accept(new Event.NicsSeen(now(), List.of(nics))));
    return orders;
  }

  private static <T extends Order> List<T> only(Class<T> kind, List<Order> orders) {
    return orders.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private List<Order> tick(long later) {
    milliseconds += later;
    return machine.accept(new Event.Ticked(now()));
  }

  /// Looked at, and seen to stand still.
  private List<Order> confirmed(List<Order> looks) {
    List<Order> orders = new ArrayList<>();
    for (Order.Look look : only(Order.Look.class, looks)) {
      orders.addAll(
          machine.accept(new Event.Looked(now(), look.number(), look.nic().key(), STILL)));
    }
    return orders;
  }

  private List<Order> frozen(Order.Freeze freeze) {
    return machine.accept(
        new Event.Frozen(
            now(), freeze.number(), freeze.nic().key(), Optional.of("file"), Optional.empty()));
  }

  @Test
  void ofTwoCardsOneIsRecoveredAtATimeAndTheClustersFirst() {
    List<Order> begun = confirmed(starts(policy(RebootRule.NEVER), Past.NOTHING, PLAIN, CLUSTER));
    assertThat(only(Order.Recover.class, begun)).as("evidence comes first").isEmpty();
    assertThat(only(Order.Freeze.class, begun)).hasSize(2);
    List<Order> late = tick(20_000);
    List<Order.Recover> first = only(Order.Recover.class, late);
    assertThat(first).extracting(Order.Recover::nic).containsExactly(CLUSTER);
    assertThat(only(Order.Recover.class, tick(60_000))).isEmpty();
    List<Order> next =
        machine.accept(
            new Event.Climbed(
                now(),
                first.getFirst().number(),
                new ClimbEnd.Cured(
                    new StepId("restart-negotiation"),
                    Set.of(),
                    Duration.ofSeconds(2),
                    List.of())));
    assertThat(only(Order.Recover.class, next))
        .extracting(Order.Recover::nic)
        .containsExactly(PLAIN);
  }

  /// The node is fenced 60 s after it stopped sending.
  @Test
  void evidenceKeepsAClustersCardWaitingNoLongerThanFiveSeconds() {
    confirmed(starts(policy(RebootRule.NEVER), Past.NOTHING, CLUSTER));
    assertThat(only(Order.Recover.class, tick(4_900))).isEmpty();
    assertThat(only(Order.Recover.class, tick(200))).hasSize(1);
  }

  @Test
  void evidenceThatIsSavedLetsTheRecoveryBeginAtOnce() {
    List<Order> begun = confirmed(starts(policy(RebootRule.NEVER), Past.NOTHING, PLAIN));
    assertThat(only(Order.Recover.class, frozen(only(Order.Freeze.class, begun).getFirst())))
        .hasSize(1);
  }

  private List<Order> cameBack(List<Order> orders) {
    Order.Recover recover = only(Order.Recover.class, orders).getFirst();
    return machine.accept(
        new Event.Climbed(now(), recover.number(), new ClimbEnd.NotNeeded("its ring moves")));
  }

  /// Samples say that it stands still, and so does the device.
  private List<Order> standsStillAgain() {
    TxSample still = new TxSample(new Traffic(1_000, Optional.empty(), 60_000), List.of());
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 50 && only(Order.Look.class, orders).isEmpty(); i++) {
      List<Order> ticked = tick(100);
      orders.addAll(ticked);
      for (Order.Sample sample : only(Order.Sample.class, ticked)) {
        orders.addAll(
            machine.accept(new Event.Sampled(now(), sample.number(), Map.of(PLAIN.key(), still))));
      }
    }
    return confirmed(orders);
  }

  private static List<Account> told(List<Order> orders) {
    return only(Order.Tell.class, orders).stream().map(Order.Tell::account).toList();
  }

  @Test
  void oneThatComesBackAndStandsStillAgainIsOneHangAndOneAlert() {
    List<Order> begun = confirmed(starts(policy(RebootRule.NEVER), Past.NOTHING, PLAIN));
    List<Account> told = new ArrayList<>(told(begun));
    List<Order> orders = frozen(only(Order.Freeze.class, begun).getFirst());
    for (int i = 0; i < 5; i++) {
      told.addAll(told(cameBack(orders)));
      orders = standsStillAgain();
      assertThat(only(Order.Freeze.class, orders)).as("no other episode").isEmpty();
      assertThat(only(Order.Recover.class, orders)).hasSize(1);
      told.addAll(told(orders));
    }
    assertThat(told).extracting(Account::id).containsOnly(told.getFirst().id());
    assertThat(told).noneMatch(Account::isReady);
    assertThat(told.getLast().notes()).contains("it stood still again within a minute");
  }

  @Test
  void oneThatComesBackForGoodIsToldOfAfterAMinute() {
    List<Order> begun = confirmed(starts(policy(RebootRule.NEVER), Past.NOTHING, PLAIN));
    cameBack(frozen(only(Order.Freeze.class, begun).getFirst()));
    assertThat(told(tick(59_000))).isEmpty();
    assertThat(told(tick(2_000)))
        .singleElement()
        .matches(account -> account.stage() == Account.Stage.CAME_BACK);
  }

  private static Account halfDone() {
    return new Account(
        "eno1-former-7",
        "eno1",
        PLAIN.key(),
        Cause.HANG_REPORT,
        "TDH 61 TDT 90",
        new Moment(Duration.ofMillis(1), Instant.ofEpochMilli(1)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Account.Stage.GOES_ON);
  }

  private List<Order> looked(List<Order> looks, Sight.Kind kind) {
    Order.Look look = only(Order.Look.class, looks).getFirst();
    return machine.accept(
        new Event.Looked(now(), look.number(), PLAIN.key(), new Sight(kind, "so it is seen")));
  }

  /// A reset that was interrupted may have left it without a link.
  @Test
  void oneOfAFormerWatchThatHasNoLinkYetHasNotComeBack() {
    Past past = new Past(List.of(), Optional.empty(), false, List.of(halfDone()));
    List<Order> orders = starts(policy(RebootRule.NEVER), past, PLAIN);
    assertThat(told(looked(orders, Sight.Kind.NO_LINK)))
        .singleElement()
        .matches(account -> account.stage() == Account.Stage.GIVEN_UP);
    assertThat(told(looked(tick(10_000), Sight.Kind.NO_LINK))).as("told once").isEmpty();
    List<Order> begun = confirmed(tick(10_000));
    assertThat(only(Order.Freeze.class, begun))
        .extracting(Order.Freeze::episode)
        .containsExactly("eno1-former-7");
  }

  @Test
  void oneOfAFormerWatchThatSendsAfterAWhileHasComeBack() {
    Past past = new Past(List.of(), Optional.empty(), false, List.of(halfDone()));
    looked(starts(policy(RebootRule.NEVER), past, PLAIN), Sight.Kind.UNKNOWN);
    assertThat(told(looked(tick(10_000), Sight.Kind.MOVES)))
        .singleElement()
        .matches(account -> account.stage() == Account.Stage.CAME_BACK);
    assertThat(only(Order.Look.class, tick(60_000))).isEmpty();
  }

  /// 500 ms between samples: two that stand still, and a look.
  @Test
  void aStallIsLookedAtWithinTwoSeconds() {
    List<Order> orders = starts(policy(RebootRule.NEVER), Past.NOTHING, PLAIN);
    Order.Look first = only(Order.Look.class, orders).getFirst();
    machine.accept(
        new Event.Looked(
            now(), first.number(), PLAIN.key(), new Sight(Sight.Kind.MOVES, "it moves")));
    TxSample still = new TxSample(new Traffic(1_000, Optional.empty(), 60_000), List.of());
    long began = milliseconds;
    List<Order> looks = new ArrayList<>();
    while (looks.isEmpty() && milliseconds - began < 10_000) {
      for (Order.Sample sample : only(Order.Sample.class, tick(100))) {
        looks.addAll(
            only(
                Order.Look.class,
                machine.accept(
                    new Event.Sampled(now(), sample.number(), Map.of(PLAIN.key(), still)))));
      }
    }
    assertThat(looks).hasSize(1);
    assertThat(milliseconds - began).isBetween(1_000L, 1_700L);
  }

  @Test
  void floodsOfTrueLinesAskTheDeviceOnceASecond() {
    List<Order> orders = starts(policy(RebootRule.NEVER), Past.NOTHING, PLAIN);
    assertThat(only(Order.Look.class, orders)).hasSize(1);
    Order.Look look = only(Order.Look.class, orders).getFirst();
    int looks = 0;
    for (int i = 0; i < 1_000; i++) {
      machine.accept(
          new Event.Looked(
              now(), look.number(), PLAIN.key(), new Sight(Sight.Kind.MOVES, "it moves")));
      for (Order.Look next : only(Order.Look.class, tick(10))) {
        look = next;
        looks++;
      }
    }
    assertThat(looks).isLessThanOrEqualTo(10);
  }

  private List<Order> uncured(RebootRule rule, Past past) {
    List<Order> begun = confirmed(starts(policy(rule), past, PLAIN));
    Order.Recover recover =
        only(Order.Recover.class, frozen(only(Order.Freeze.class, begun).getFirst())).getFirst();
    return machine.accept(
        new Event.Climbed(
            now(),
            recover.number(),
            new ClimbEnd.NotCured(Set.of(new StepId("rescan-bus")), List.of(), List.of())));
  }

  @Test
  void aRebootIsOrderedAsTheLastResortAndNothingElseAfterIt() {
    List<Order> orders = uncured(RebootRule.LAST_RESORT, Past.NOTHING);
    assertThat(only(Order.Reboot.class, orders)).hasSize(1);
    machine.accept(
        new Event.Rebooting(
            now(), only(Order.Reboot.class, orders).getFirst().number(), Optional.empty()));
    for (int i = 0; i < 1_000; i++) {
      List<Order> later = tick(10_000);
      assertThat(only(Order.Reboot.class, later)).isEmpty();
      assertThat(only(Order.Recover.class, later)).isEmpty();
    }
  }

  @Test
  void noRebootFollowsAnotherNorIsThereOneThatThePolicyDoesNotAllow() {
    assertThat(only(Order.Reboot.class, uncured(RebootRule.NEVER, Past.NOTHING))).isEmpty();
  }

  @Test
  void noRebootWithinADayOfTheLast() {
    Past past = new Past(List.of(), Optional.of(Duration.ofHours(23)), false, List.of());
    assertThat(only(Order.Reboot.class, uncured(RebootRule.LAST_RESORT, past))).isEmpty();
  }

  @Test
  void noRebootInABootThatTheWatchBegan() {
    Past past = new Past(List.of(), Optional.of(Duration.ofHours(50)), true, List.of());
    assertThat(only(Order.Reboot.class, uncured(RebootRule.LAST_RESORT, past))).isEmpty();
  }
}
