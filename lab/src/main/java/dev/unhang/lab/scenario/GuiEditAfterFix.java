package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.util.stream.Collectors;

/// Somebody edits the network in Proxmox VE's GUI after a fix: all of /etc/network/interfaces is
/// written anew, to interfaces.new first, and applied. The fix is still there, and its undo takes
/// out its own line and no other.
///
/// The GUI is played by the machine's `gui-edit`; ifupdown2 and the reboot are real.
final class GuiEditAfterFix implements Scenario {
  private static final String FILE = "/etc/network/interfaces";

  @Override
  public String name() {
    return "gui-edit-after-fix";
  }

  @Override
  public String promise() {
    return "a fix survives a rewrite by Proxmox VE's GUI, and undo takes out its own line alone";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    Guest host = pve02.guest();
    Unhang unhang = new Unhang(story, host);
    host.must("sh", "-c", "sed -i 's/^iface eno1.*/&\\n    # the port to the switch/' " + FILE);
    SameState before = SameState.of(host);
    unhang.exits(0, "fix", "eno1", "--yes");

    story.tell("the GUI writes another option of vmbr0, and all the rest anew");
    host.must("/usr/lib/lab/gui-edit", "vmbr0", "bridge-ageing 200");
    Outcome pending = unhang.run("verify", "eno1");
    story.check(
        "verify tells of the file that waits",
        pending.err().contains(FILE + ".new is pending"),
        pending.transcript());
    host.must("mv", FILE + ".new", FILE);
    host.must("ifreload", "-a");
    unhang.exits(0, "verify", "eno1");
    pve02.powerCycle();

    host = pve02.guest();
    unhang = new Unhang(story, host);
    stage.keep("verify.txt", unhang.exits(0, "verify", "eno1"));
    String rewritten = host.must("cat", FILE);
    Outcome dry = unhang.exits(0, "undo", "--dry-run");
    stage.keep("undo.txt", dry);
    story.check(
        "undo shows which line it takes out",
        dry.out().lines().anyMatch(line -> line.strip().matches("-\\s+post-up .*")),
        dry.transcript());
    story.check(
        "a dry run changes nothing", host.must("cat", FILE).equals(rewritten), dry.transcript());
    unhang.exits(0, "undo", "--yes");
    String expected =
        rewritten
            .lines()
            .filter(line -> !line.contains("tso off"))
            .collect(Collectors.joining("\n", "", "\n"));
    String after = host.must("cat", FILE);
    story.check(
        "its line is gone, and every other byte is the GUI's",
        after.equals(expected) && !after.equals(rewritten),
        after);
    before.checkFeatures(story, "after undo", host, "eno1");
  }
}
