package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;

/// The disk of a host that doesn't run is mounted, and fixed there: its own boot carries it out,
/// and the machine it was mounted on is left alone.
///
/// The disk is a copy of this machine's own files in a folder: same host, same NIC, not running.
final class DeadDiskIsFixed implements Scenario {
  private static final String DISK = "/mnt/dead";

  @Override
  public String name() {
    return "dead-disk-is-fixed";
  }

  @Override
  public String promise() {
    return "fix --root writes the disk alone, and its next boot finishes the proof";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    Guest host = pve02.guest();
    host.must("journalctl", "--sync");
    host.must("mkdir", "-p", DISK);
    host.must(
        "sh",
        "-c",
        "tar -C / -cf - --exclude=unhang etc usr/sbin usr/bin/true usr/share/ifupdown2 lib/systemd"
            + " var/log var/lib/dpkg/status 2>/dev/null | tar -C "
            + DISK
            + " -xf - || true");
    SameState before = SameState.of(host);
    Unhang unhang = new Unhang(story, host);

    Outcome plan = unhang.exits(0, "plan", "eno1", "--root", DISK);
    stage.keep("plan.txt", plan);
    story.check(
        "the plan only writes a file",
        plan.out().contains("post-up") && !plan.out().contains("now\n"),
        plan.transcript());
    unhang.exits(0, "fix", "eno1", "--root", DISK, "--yes");
    String file = host.must("cat", DISK + "/etc/network/interfaces");
    story.check("the disk has the line", file.contains("tso off"), file);
    before.check(story, "the machine it is mounted on", host);
    story.check(
        "its ledger has nothing", unhang.exits(0, "history").out().contains("changed nothing"), "");
    story.check(
        "the disk's has the change",
        unhang.exits(0, "history", "--root", DISK).out().contains("fix eno1"),
        "");

    story.tell("the disk boots: its file and its ledger take their places");
    host.must("cp", DISK + "/etc/network/interfaces", "/etc/network/interfaces");
    host.must("cp", "-r", DISK + "/var/lib/unhang", "/var/lib/");
    pve02.powerCycle();
    unhang = new Unhang(story, pve02.guest());
    unhang.exits(0, "verify", "eno1");
    unhang.exits(0, "undo", "--yes");
    before.checkFile(story, "after undo", pve02.guest());
  }
}
