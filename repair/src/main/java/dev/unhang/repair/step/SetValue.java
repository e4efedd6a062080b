package dev.unhang.repair.step;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.setting.Tuning;
import java.time.Duration;

/// Gives a NIC a value in the running kernel.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000e_set_eee(), e1000_set_ringparam(),
/// e1000_set_pauseparam() (v6.1)
public final class SetValue {
  private static final Duration RESET = Duration.ofSeconds(4);

  private SetValue() {}

  /// The step.
  ///
  /// @param from what the NIC has now
  /// @param driver its name; which values reset the adapter is the driver's doing
  public static PlannedStep plan(
      InterfaceName nic, Tuning from, Tuning to, String driver, String why) {
    return new PlannedStep(
        id(to),
        "set " + to.subject() + " to " + to.value() + " now",
        String.join(" ", to.argv(nic.value())),
        why,
        resets(driver, to) ? new Risk.LinkBlip(RESET) : new Risk.None(),
        String.join(" ", from.argv(nic.value())),
        new Action.Tune(nic, from, to));
  }

  private static StepId id(Tuning to) {
    return new StepId(
        switch (to) {
          case Tuning.EnergyEfficiency eee -> "turn-off-eee";
          case Tuning.FlowControl flow -> "turn-off-pause";
          case Tuning.Aspm aspm -> "turn-off-aspm";
          default -> "set-value";
        });
  }

  private static boolean resets(String driver, Tuning to) {
    return driver.equals("e1000e")
        && switch (to) {
          case Tuning.EnergyEfficiency eee -> true;
          case Tuning.RingLength ring -> true;
          case Tuning.FlowControl flow -> flow.pause().autonegotiation();
          default -> false;
        };
  }
}
