package dev.unhang.repair.prove;

import static dev.unhang.repair.prove.Past.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.Change.State;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.BootEnd;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.prove.History.Boot;
import dev.unhang.repair.prove.Spans.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerChangesTest {
  private static final BootId FIRST = new BootId("0123456789abcdef0123456789abcdef");
  private static final BootId SECOND = new BootId("fedcba9876543210fedcba9876543210");
  private static final InterfaceName NIC = new InterfaceName("eno1");
  private static final Optional<PciAddress> PCI = PciAddress.parse("0000:00:19.0");

  private static final Action LIVE =
      new Action.SwitchOffload(NIC, OffloadGroup.TSO, List.of("tx-tcp-segmentation"), false);
  private static final Action WRITTEN =
      new Action.WriteFile(
          new FileEdit(
              new HostPath("/etc/network/interfaces"), Content.of("a\n"), Content.of("b\n")));

  /// Two boots; the second began at day 30 and runs at day 40.
  private static final List<Boot> BOOTS =
      List.of(
          new Boot(new Span(day(0), day(29.9)), Optional.empty(), BootEnd.SHUTDOWN),
          new Boot(new Span(day(30), day(40)), Optional.empty(), BootEnd.LOG_ENDS));

  private static Change change(int number, BootId boot, Instant begun, Action... actions) {
    return new Change(
        number, begun, NIC, PCI, Optional.of(boot), "fix eno1", List.of(actions), State.DONE);
  }

  private static List<ChangeInForce> of(Change... changes) {
    return new LedgerChanges(Optional.of(SECOND), Optional.empty(), BOOTS, day(40))
        .of(List.of(changes), NIC, PCI);
  }

  private static String how(ChangeInForce change) {
    return change.ended().map(ChangeInForce.Ended::how).orElse("");
  }

  @Test
  void aPersistentChangeOutlivesTheReboot() {
    ChangeInForce kept = of(change(1, FIRST, day(20), LIVE, WRITTEN)).getFirst();
    assertThat(kept.from()).isEqualTo(day(20));
    assertThat(kept.ended()).isEmpty();
  }

  @Test
  void aChangeOfTheRunningKernelAloneEndsWithItsBoot() {
    ChangeInForce lost = of(change(1, FIRST, day(20), LIVE)).getFirst();
    assertThat(how(lost)).contains("not persistent");
    assertThat(lost.ended()).hasValueSatisfying(end -> assertThat(end.at()).isEqualTo(day(30)));
    assertThat(of(change(1, SECOND, day(35), LIVE)).getFirst().ended()).isEmpty();
  }

  @Test
  void aWrittenLineIsInForceFromTheNextBootOn() {
    ChangeInForce written = of(change(1, FIRST, day(20), WRITTEN)).getFirst();
    assertThat(written.from()).isEqualTo(day(30));
    assertThat(written.ended()).isEmpty();
    assertThat(how(of(change(1, SECOND, day(35), WRITTEN)).getFirst()))
        .contains("waits for the next boot");
  }

  @Test
  void whatWasUndoneEndedThen() {
    Change undone =
        change(1, SECOND, day(33), LIVE, WRITTEN).with(State.UNDONE, Optional.of(day(36)));
    ChangeInForce seen = of(undone).getFirst();
    assertThat(how(seen)).isEqualTo("was undone at ");
    assertThat(seen.ended()).hasValueSatisfying(end -> assertThat(end.at()).isEqualTo(day(36)));
  }

  @Test
  void aTrialIsInForceUntilItsBootEnds() {
    Change tried = change(1, SECOND, day(33), LIVE).with(State.ON_TRIAL);
    assertThat(of(tried).getFirst().onTrial()).isTrue();
    assertThat(of(tried).getFirst().ended()).isEmpty();
    Change lapsed = change(1, FIRST, day(20), LIVE).with(State.ON_TRIAL);
    assertThat(how(of(lapsed).getFirst())).contains("on trial until the reboot");
    assertThat(how(of(change(1, SECOND, day(33), LIVE).with(State.BEGUN)).getFirst()))
        .contains("half done");
  }

  @Test
  void whatSetsNothingIsNoChange() {
    assertThat(of(change(1, SECOND, day(33), new Action.AcknowledgeHangs(NIC, true)))).isEmpty();
    assertThat(of(change(1, SECOND, day(33), LIVE).with(State.TO_BE_TRIED))).isEmpty();
  }

  @Test
  void theLatestThatIsInForceIsJudged() {
    Change undone = change(3, SECOND, day(36), LIVE).with(State.UNDONE, Optional.of(day(37)));
    List<ChangeInForce> all =
        of(
            change(1, FIRST, day(10), LIVE, WRITTEN),
            change(2, FIRST, day(20), LIVE, WRITTEN),
            undone);
    assertThat(LedgerChanges.latest(all).flatMap(ChangeInForce::number)).contains(2);
    assertThat(LedgerChanges.latest(all.subList(2, 3)).flatMap(ChangeInForce::number)).contains(3);
    assertThat(LedgerChanges.latest(List.of())).isEmpty();
  }
}
