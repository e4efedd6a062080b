package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.qemu.Machine;
import java.util.List;

/// Each way of keeping a value that this machine offers, over a reboot each: ifupdown2's post-up
/// line, a drop-in of the link file in force, a udev rule, a unit. The machine has no
/// NetworkManager, netplan or classic ifupdown; those are held to the contract test alone.
final class EachBackendHolds implements Scenario {
  private static final List<String> WAYS =
      List.of("interfaces-post-up", "systemd-link", "udev-rule", "systemd-unit");

  @Override
  public String name() {
    return "each-backend-holds";
  }

  @Override
  public String promise() {
    return "each way of keeping an offload off holds over a reboot, and undo takes all of it back";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    String etc = etc(pve02.guest());
    for (String way : WAYS) {
      story.tell("tso is kept off by " + way);
      new Unhang(story, pve02.guest())
          .exits(0, "fix", "eno1", "--set", "tso", "--keep-by", way, "--yes");
      pve02.powerCycle();
      Guest host = pve02.guest();
      Unhang unhang = new Unhang(story, host);
      String features = host.must("ethtool", "-k", "eno1");
      story.check(
          way + ": tso is off after the reboot",
          features.contains("tcp-segmentation-offload: off"),
          features);
      stage.keep("verify-" + way + ".txt", unhang.exits(0, "verify", "eno1"));
      unhang.exits(0, "undo", "--yes");
      String after = etc(host);
      story.check(way + ": /etc is as it was", after.equals(etc), etc + "\n---\n" + after);
    }
  }

  /// What the ways write to.
  private static String etc(Guest host) {
    return host.must(
        "sh",
        "-c",
        "find /etc/network /etc/systemd /etc/udev -type f -exec sha256sum {} + | sort;"
            + " find /etc/network /etc/systemd /etc/udev ! -type f -printf '%p %l\\n' | sort");
  }
}
