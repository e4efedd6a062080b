package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.qemu.Machine;
import java.util.List;

/// The machine file is the machine: each part that pve-02.yaml declares is there when looked at
/// from inside.
final class MachineIsAsDeclared implements Scenario {

  @Override
  public String name() {
    return "machine-is-as-declared";
  }

  @Override
  public String promise() {
    return "what pve-02.yaml declares is what the guest sees";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machine("pve-02");
    Guest host = pve02.guest();
    has(
        story,
        host,
        "the board says it is a Dell",
        "OptiPlex 9020",
        "dmidecode",
        "--type",
        "system");
    has(story, host, "two spare disks are a RAID", "[2/2]", "cat", "/proc/mdstat");
    has(story, host, "a USB stick is plugged in", "usb-", "ls", "/dev/disk/by-id");
    has(story, host, "the card's driver is e1000e", "e1000e", "ethtool", "-i", "eno1");
    has(story, host, "the card is at 00:19.0", "0000:00:19.0", "ethtool", "-i", "eno1");
    has(story, host, "the card has its address", "64:00:6a:51:d4:3d", "ethtool", "-P", "eno1");
    has(
        story,
        host,
        "the bridge has the card's address",
        "64:00:6a:51:d4:3d",
        "ip",
        "link",
        "show",
        "vmbr0");
    has(
        story,
        host,
        "a masked service is masked",
        "masked",
        "systemctl",
        "is-enabled",
        "fstrim.timer");
    has(story, host, "nothing has failed", "0 loaded units", "systemctl", "--failed");
    for (String link : List.of("tap100i0", "fwbr100i0", "fwln100i0", "fwpr100p0")) {
      has(story, host, link + " is there as on Proxmox VE", link, "ip", "link", "show", link);
    }
    story.check("nas reaches the router", host.inside("nas").reaches("10.0.2.2"), "no answer");

    host.must("sync");
    pve02.cutPower();
    pve02.powerOn();
    Guest after = pve02.guest();
    has(story, after, "after a power cut the RAID is whole", "[2/2]", "cat", "/proc/mdstat");
    has(
        story,
        after,
        "and the boot before can be read",
        "Linux version",
        "journalctl",
        "--dmesg",
        "--boot",
        "-1");
  }

  private static void has(Story story, Guest host, String sentence, String words, String... argv) {
    var outcome = host.run(argv);
    story.check(sentence, outcome.out().contains(words), outcome.transcript());
  }
}
