package dev.unhang.findings.rule;

import dev.unhang.model.id.RuleId;
import java.util.List;

/// All rules, in the order their findings are shown.
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          // what the driver and the kernel say themselves
          new TransmitUnitHangs(),
          new HangIsNeverReset(),
          new RingStandsStill(),
          new NodeWasFenced(),
          new DmaIsStopped(),
          new DeviceIsOffTheBus(),
          // causes
          new HangsWithSegmentationOffload(),
          new SegmentationOffloadIsFixedOff(),
          new HangsThoughOffloadsAreOff(),
          new HangsUnderLoad(),
          new SoftLockupCameFirst(),
          new HangIsOfTheHostsNic(),
          new WriteBackIsLost(),
          new ManagementEngineHoldsTheMac(),
          // look-alikes
          new OtherDriverHangs(),
          new WatchdogFiresWithoutHang(),
          new PauseStorm(),
          new ReportAtLinkUpIsFalse(),
          new NothingIsStuck(),
          new CardWasRemoved(),
          // link, bus and risk
          new PcieLinkIsLost(),
          new DriverGaveUp(),
          new BusErrorCameFirst(),
          new DriverReportsTrouble(),
          new LinkFlaps(),
          new LinkIsSlow(),
          new ReceiverIsBad(),
          new AspmIsOn(),
          new NvmChecksumIsInvalid(),
          new BondSlaveHangsUnseen(),
          new AtRisk(),
          // settings
          new SettingNotInForce(),
          new SettingLostAtReboot(),
          new SettingNotRunAtBoot(),
          new SettingNamesAnotherInterface(),
          new LinkFileIsNotEffective(),
          new TsoOffLeavesTso6On(),
          new PendingInterfacesOverride(),
          new SettingsDisagree(),
          new AdviceDoesNothing());

  private Rules() {}

  /// Whether what a rule finds is a hang.
  public static boolean findsHangs(RuleId id) {
    return ALL.stream().anyMatch(rule -> rule.id().equals(id) && rule.findsHangs());
  }

  /// Every rule.
  public static List<Rule> all() {
    return ALL;
  }
}
