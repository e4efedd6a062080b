package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import java.util.List;

/// All scenarios, in the order in which they build on each other: if an early one fails, a later
/// one says little.
public final class Scenarios {

  /// The list; a scenario that isn't in it doesn't exist.
  public static final List<Scenario> ALL =
      List.of(
          new MachineIsAsDeclared(),
          new HangUnderLoad(),
          new HangIsFoundFixedAndStaysFixed(),
          new FeaturesBeforeAndAfter(),
          new InterfacesUntouchedElsewhere(),
          new EnvironmentIsDrawn(),
          new ReportAndDiskTellTheSame(),
          new CableFlapIsNotAHang(),
          new ForgedHangLeadsNowhere(),
          new SilentStallIsSeen(),
          new DmaStopIsToldFromTxStop(),
          new ManagementLinkRollsBack(),
          new PowerCutDuringTry(),
          new CrashInMidChangeIsUndone(),
          new LadderCuresTxStop(),
          new LadderCuresDmaStop(),
          new LadderGivesPortsBack(),
          new SlowSwitchPort(),
          new DeadRegisters(),
          new GuardCannotAsk(),
          new NobodyIsThere(),
          new SilentStallIsCured(),
          new ForgedTextMovesNothing(),
          new Flood(),
          new WatchIsKilled(),
          new RebootIsTheLastResort(),
          new EachBackendHolds(),
          new RenameKeepsTheFix(),
          new GuiEditAfterFix(),
          new DeadDiskIsFixed());

  private Scenarios() {}
}
