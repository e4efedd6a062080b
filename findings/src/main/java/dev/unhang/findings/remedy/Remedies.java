package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.findings.nic.StoppedDma;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.List;
import java.util.stream.Stream;

/// All remedies, in the order they are advised: what is mildest and has helped most often comes
/// first. One is tried at a time, or nobody learns what helped.
public final class Remedies {
  /// While the NIC hangs: nothing is lost by the first, and ever more by the others.
  private static final List<Remedy> CURES =
      List.of(
          new SaveEvidence(),
          new RestartNegotiation(),
          new BounceLink(),
          new RebindDriver(),
          new RescanBus(),
          new PowerCycle());

  private static final List<Remedy> PREVENTIONS =
      List.of(
          new TurnOffOffload(),
          new TurnOffAllOffloads(),
          new UpdateKernel(),
          new TurnOffEee(),
          new TurnOffK1(),
          new TurnOffS0ix(),
          new TurnOffPause(),
          new LimitCStates(),
          new TurnOffAspm(),
          new UpdateFirmware(),
          new AnotherCard());

  /// Where firmware is the likelier culprit than what the host asks of the NIC.
  private static final List<Remedy> FIRMWARE =
      List.of(
          new UpdateFirmware(),
          new TurnOffS0ix(),
          new TurnOffK1(),
          new LimitCStates(),
          new AnotherCard());

  /// What a device that left the bus, or answers late on it, needs.
  private static final List<Remedy> BUS =
      List.of(new TurnOffAspm(), new UpdateFirmware(), new UpdateKernel(), new AnotherCard());

  private static final List<Remedy> OTHERS =
      List.of(new DriversOwnSteps(), new FindTheLockup(), new IgnorePauseFrames());

  private Remedies() {}

  /// Every remedy.
  public static List<Remedy> all() {
    return Stream.of(CURES, PREVENTIONS, OTHERS).flatMap(List::stream).toList();
  }

  /// Whether a step is done while a NIC hangs; the others keep it from hanging again.
  public static boolean isCure(StepId step) {
    return CURES.stream().anyMatch(remedy -> remedy.id().equals(step));
  }

  /// What frees a NIC that hangs now.
  public static List<Advice> whileHung(NicCase nic) {
    return nic.isHungNow() ? offered(CURES, nic) : List.of();
  }

  /// What brings back a NIC that no reset brings back, whether or not it is seen to hang now.
  public static List<Advice> toBringBack(NicCase nic) {
    return offered(CURES, nic);
  }

  /// What may keep it from hanging again, as far as that isn't done yet. Other drivers than e1000e
  /// have steps of their own.
  public static List<Advice> against(NicCase nic) {
    if (isCutOff(nic)) {
      return Stream.concat(toBringBack(nic).stream(), againstTheBus(nic).stream()).toList();
    }
    return nic.isE1000e()
        ? offered(PREVENTIONS, nic)
        : offered(
            List.of(
                new DriversOwnSteps(),
                new UpdateKernel(),
                new TurnOffAspm(),
                new UpdateFirmware(),
                new AnotherCard()),
            nic);
  }

  /// Whether the NIC can't reach memory: then nothing that it is asked to do makes a difference.
  private static boolean isCutOff(NicCase nic) {
    return !StoppedDma.evidence(nic).isEmpty()
        || !OffTheBus.evidence(nic).isEmpty() && OffTheBus.isThere(nic).isEmpty();
  }

  /// What switches segmentation offload off and keeps it so.
  public static List<Advice> ofOffload(NicCase nic) {
    return offered(List.of(new TurnOffOffload()), nic);
  }

  /// What may keep firmware out of the NIC's way.
  public static List<Advice> againstFirmware(NicCase nic) {
    return offered(FIRMWARE, nic);
  }

  /// What may keep the NIC on its bus.
  public static List<Advice> againstTheBus(NicCase nic) {
    return offered(BUS, nic);
  }

  /// What tells who held the processor.
  public static List<Advice> againstLockups(NicCase nic) {
    return offered(List.of(new FindTheLockup()), nic);
  }

  /// What to do where a queue stands still and no unit hangs: offloads are not what it waits for.
  public static List<Advice> againstStandstill(NicCase nic) {
    return nic.isE1000e()
        ? offered(List.of(new UpdateKernel(), new TurnOffAspm(), new AnotherCard()), nic)
        : against(nic);
  }

  /// What lets a NIC send that a partner asks to wait.
  public static List<Advice> againstPause(NicCase nic) {
    return offered(List.of(new IgnorePauseFrames()), nic);
  }

  /// What may keep a link up, beside a new cable.
  public static List<Advice> againstFlaps(NicCase nic) {
    return offered(List.of(new TurnOffEee()), nic);
  }

  /// What ends reports of nothing.
  public static List<Advice> againstFalseReports(NicCase nic) {
    return offered(List.of(new UpdateKernel()), nic);
  }

  private static List<Advice> offered(List<Remedy> remedies, NicCase nic) {
    return remedies.stream().flatMap(remedy -> remedy.fit(nic).advice().stream()).toList();
  }
}
