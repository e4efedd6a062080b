package dev.unhang.diagnose.rule;

import java.util.List;

/// All rules, in the order their findings are shown.
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          // what the driver and the kernel say themselves
          new TransmitUnitHangs(),
          new HangIsNeverReset(),
          new NodeWasFenced(),
          new DmaIsStopped(),
          new DeviceIsOffTheBus(),
          // causes
          new HangsWithSegmentationOffload(),
          new SegmentationOffloadIsFixedOff(),
          new HangsThoughOffloadsAreOff(),
          new SoftLockupCameFirst(),
          new HangIsOfTheHostsNic(),
          new WriteBackIsLost(),
          new ManagementEngineHoldsTheMac(),
          // look-alikes
          new OtherDriverHangs(),
          new WatchdogFiresWithoutHang(),
          new ReportAtLinkUpIsFalse(),
          new NothingIsStuck(),
          new CardWasRemoved(),
          // settings
          new SettingLostAtReboot());

  private Rules() {}

  /// Every rule.
  public static List<Rule> all() {
    return ALL;
  }
}
