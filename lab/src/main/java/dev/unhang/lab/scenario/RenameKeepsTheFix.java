package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;

/// The NIC gets another name at the next boot, as Proxmox VE's pinning tool gives it one: a link
/// file, and an interfaces file that waits, with stanza and ports renamed and the text of options
/// as it was. What unhang wrote holds under the new name. A line with the bare old name does not:
/// verify says so before the reboot, doctor after it.
///
/// The tool is played: its link file is written here, its interfaces file by the machine's
/// `gui-edit`. Both renames are udev's own, at a boot each.
final class RenameKeepsTheFix implements Scenario {
  private static final String PIN = "/usr/local/lib/systemd/network/50-pve-nic0.link";
  private static final String BARE = "post-up /usr/sbin/ethtool -K eno1 tso off";

  @Override
  public String name() {
    return "rename-keeps-the-fix";
  }

  @Override
  public String promise() {
    return "a fix holds under the NIC's new name, and a line that does not is told before the"
        + " reboot";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    SameState before = SameState.of(pve02.guest());
    byHandAndByUnhang(story, pve02.guest());
    pinBeforeReboot(story, pve02.guest());
    pve02.powerCycle("lab.erratum=off");

    Guest host = pve02.guest();
    Unhang unhang = new Unhang(story, host);
    Outcome former = unhang.run("verify", "eno1");
    story.check(
        "the old name leads to the new one",
        former.exit() != 0 && former.err().contains("eno1 is now nic0"),
        former.transcript());
    Verified found = Verified.of(unhang, 1, "nic0");
    stage.keep("verify-nic0.json", found.outcome());
    found.says("tso now", "FAIL");
    found.says("tso at boot", "FAIL");
    story.check(
        "verify names the line that still has the old name",
        found.outcome().out().contains(" names eno1, which is not there any more"),
        found.outcome().transcript());
    found.says("gso now", "pass");
    found.says("gso at boot", "pass");
    found.says("gro now", "pass");
    found.says("gro at boot", "pass");
    Outcome doctor = unhang.run("doctor", "--json");
    story.check(
        "doctor says that the line by hand names an interface that is gone",
        doctor.out().contains("setting-names-another-interface"),
        doctor.transcript());
    story.check(
        "what it kept off is on",
        !isOff(host, "nic0", "tcp-segmentation-offload"),
        host.must("ethtool", "-k", "nic0"));

    host.must("sed", "-i", "/-K eno1 tso/d", "/etc/network/interfaces");
    unhang.exits(0, "fix", "nic0", "--set", "tso", "--keep-by", "systemd-link", "--yes");
    story.check(
        "it is kept by a drop-in of the pin",
        host.run("ls", "/etc/systemd/network/50-pve-nic0.link.d").ok(),
        "");
    pin(host, "nic0", "lan0");
    pve02.powerCycle("lab.erratum=off");

    host = pve02.guest();
    unhang = new Unhang(story, host);
    Verified all = Verified.of(unhang, 0, "lan0");
    stage.keep("verify-lan0.json", all.outcome());
    for (String offload : new String[] {"tso", "gso", "gro"}) {
      all.says(offload + " now", "pass");
      all.says(offload + " at boot", "pass");
    }
    unhang.exits(0, "undo", "--yes");
    unhang.exits(0, "undo", "--yes");
    unhang.exits(0, "undo", "--yes");
    before.checkFeatures(story, "after undo, under the third name", host, "lan0");
    String file = host.must("cat", "/etc/network/interfaces");
    story.check("no line of ours is left", !file.contains("post-up"), file);
  }

  /// Three offloads, three keepers: a line with `$IFACE` in the stanza, a udev rule by the PCI
  /// function, and a line with the bare name that somebody wrote by hand.
  private static void byHandAndByUnhang(Story story, Guest host) {
    Unhang unhang = new Unhang(story, host);
    unhang.exits(0, "fix", "eno1", "--set", "gso", "--yes");
    unhang.exits(0, "fix", "eno1", "--set", "gro", "--keep-by", "udev-rule", "--yes");
    host.must("sed", "-i", "s|^iface eno1.*|&\\n        " + BARE + "|", "/etc/network/interfaces");
    host.must("ethtool", "-K", "eno1", "tso", "off");
    unhang.exits(0, "verify", "eno1");
  }

  private static void pinBeforeReboot(Story story, Guest host) {
    pin(host, "eno1", "nic0");
    Unhang unhang = new Unhang(story, host);
    Outcome warned = unhang.exits(1, "verify", "eno1");
    story.check(
        "verify tells before the reboot that the name will be another",
        warned.out().contains("name at boot") && warned.out().contains("nic0"),
        warned.transcript());
    Verified pending = Verified.of(unhang, 1, "eno1");
    pending.says("name at boot", "pass");
    pending.says("gso at boot, pending", "pass");
    pending.says("gro at boot, pending", "pass");
    pending.says("tso at boot, pending", "FAIL");
  }

  private static void pin(Guest host, String from, String to) {
    String mac = host.must("cat", "/sys/class/net/" + from + "/address").strip();
    host.must(
        "sh",
        "-c",
        "mkdir -p ${1%/*}; printf '[Match]\\nMACAddress=%s\\nType=ether\\n\\n[Link]\\nName=%s\\n'"
            + " $2 $3 > $1",
        "pin",
        PIN,
        mac,
        to);
    host.must("/usr/lib/lab/gui-edit", "--rename", from, to);
  }

  private static boolean isOff(Guest host, String nic, String feature) {
    return host.must("ethtool", "-k", nic)
        .lines()
        .anyMatch(line -> line.startsWith(feature) && line.contains(": off"));
  }
}
