package dev.unhang.repair.step;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Switches one group of offloads off in the running kernel.
///
/// Kernel: net/core/dev.c, __netdev_update_features(); drivers/net/ethernet/intel/e1000e/netdev.c,
/// e1000_set_features() (v6.1)
public final class TurnOffOffload {
  /// The step's id.
  public static final StepId ID = new StepId("turn-off-offload");

  private static final Duration RESET = Duration.ofSeconds(4);

  private TurnOffOffload() {}

  /// The step; empty where nothing of the group is on that could be switched.
  public static Optional<PlannedStep> plan(
      InterfaceName nic, OffloadGroup group, Offloads offloads, String driver, String why) {
    List<String> members =
        offloads.members(group).stream()
            .filter(member -> member.changeable() && (member.active() || member.wanted()))
            .map(Offload::name)
            .toList();
    if (members.isEmpty()) {
      return Optional.empty();
    }
    boolean resets = driver.equals("e1000e") && group.resetsE1000e();
    return Optional.of(
        new PlannedStep(
            ID,
            "switch " + group.shortName() + " off now",
            "ethtool -K " + nic + " " + group.shortName() + " off",
            why,
            resets ? new Risk.LinkBlip(RESET) : new Risk.None(),
            "ethtool -K " + nic + " " + group.shortName() + " on",
            new Action.SwitchOffload(nic, group, members, false)));
  }
}
