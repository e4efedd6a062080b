package dev.unhang.findings.remedy;

import dev.unhang.model.id.StepId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All remedies. Which of them are advised for what, and in which order, is data, see [Advising]:
/// one is tried at a time, or it stays unknown what helped.
public final class Remedies {
  /// While the NIC hangs, or is gone: nothing is lost by the first, and ever more by the others.
  private static final List<Remedy> CURES =
      List.of(
          new SaveEvidence(),
          new RestartNegotiation(),
          new BounceLink(),
          new RebindDriver(),
          new ReplugAdapter(),
          new RescanBus(),
          new PowerCycle());

  private static final List<Remedy> PREVENTIONS =
      List.of(
          new CheckCable(),
          new FindTheLockup(),
          new LookAtTheHost(),
          new TurnOffOffload(),
          new TurnOffEee(),
          new TurnOffAllOffloads(),
          new DriversOwnSteps(),
          new PinKernel(),
          new UpdateKernel(),
          new TurnOffK1(),
          new TurnOffS0ix(),
          new TurnOffPause(),
          new IgnorePauseFrames(),
          new LimitCStates(),
          new TurnOffAspm(),
          new TurnOffAutosuspend(),
          new UpdateFirmware(),
          new AnotherCard());

  private static final List<Remedy> ALL =
      Stream.of(CURES, PREVENTIONS).flatMap(List::stream).toList();

  private static final Map<String, Remedy> BY_STEP =
      ALL.stream().collect(Collectors.toMap(each -> each.id().value(), Function.identity()));

  private Remedies() {}

  /// Every remedy.
  public static List<Remedy> all() {
    return ALL;
  }

  /// Whether a step is done while a NIC hangs; the others keep it from hanging again.
  public static boolean isCure(StepId step) {
    return CURES.stream().anyMatch(remedy -> remedy.id().equals(step));
  }

  /// The remedy of a step.
  static Remedy of(String step) {
    Remedy remedy = BY_STEP.get(step);
    if (remedy == null) {
      throw new IllegalArgumentException("no remedy is called " + step);
    }
    return remedy;
  }
}
