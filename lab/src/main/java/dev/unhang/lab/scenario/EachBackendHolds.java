package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.util.List;

/// Each way of keeping a value, over a reboot each: on the machine with ifupdown2 its post-up line,
/// a drop-in of the link file in force, a udev rule and a unit; on the one with classic ifupdown
/// the post-up line and the keys of ethtool's hook; on the one with NetworkManager its profile.
///
/// netplan, ifcfg files and NixOS are no part of Debian: those are held to the contract test alone.
final class EachBackendHolds implements Scenario {

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
    Machine nm04 = stage.machineWithUnhang("nm-04");
    holds(stage, nm04, List.of("networkmanager"));
    nm04.cutPower();
    Machine deb03 = stage.machineWithUnhang("deb-03");
    raise(stage.story(), deb03.guest());
    holds(stage, deb03, List.of("interfaces-post-up", "ethtool-hook-keys"));
    deb03.cutPower();
    holds(
        stage,
        stage.machineWithUnhang("pve-02"),
        List.of(
            "interfaces-post-up", "ifupdown2-keys", "systemd-link", "udev-rule", "systemd-unit"));
  }

  /// Classic ifupdown attaches a bridge's port without raising its stanza, so no program would run
  /// a line there: unhang refuses until the stanza is `auto`.
  private static void raise(Story story, Guest host) {
    Outcome refused =
        new Unhang(story, host)
            .exits(4, "plan", "eno1", "--set", "tso", "--keep-by", "interfaces-post-up");
    story.check(
        "a line that no program would run is refused",
        refused.err().contains("no program would run the line at boot"),
        refused.transcript());
    host.must("sed", "-i", "1i auto eno1", "/etc/network/interfaces");
  }

  private static void holds(Stage stage, Machine machine, List<String> ways) {
    Story story = stage.story();
    String etc = etc(machine.guest());
    for (String way : ways) {
      story.tell("tso is kept off by " + way);
      new Unhang(story, machine.guest())
          .exits(0, "fix", "eno1", "--set", "tso", "--keep-by", way, "--yes");
      machine.powerCycle();
      Guest host = machine.guest();
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
        "cd /etc; for folder in network systemd udev NetworkManager; do [ -d $folder ] || continue;"
            + " find $folder -type f -exec sha256sum {} + | sort;"
            + " find $folder ! -type f -printf '%p %l\\n' | sort; done");
  }
}
