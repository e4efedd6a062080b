package dev.unhang.diagnose.rule;

import java.util.List;

/// All rules, in the order their findings are shown.
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new TransmitUnitHangs(),
          new HangIsNeverReset(),
          new HangsWithSegmentationOffload(),
          new HangsThoughOffloadsAreOff(),
          new PcieLinkIsLost(),
          new BusErrorCameFirst(),
          new LinkIsSlow(),
          new ReceiverIsBad(),
          new AspmIsOn(),
          new NvmChecksumIsInvalid(),
          new BondSlaveHangsUnseen(),
          new AtRisk(),
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

  /// Every rule.
  public static List<Rule> all() {
    return ALL;
  }
}
