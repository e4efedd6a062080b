package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// A switch port that runs STP without portfast: the link is back at once, the gateway only much
/// later. The card was mended by the first step, which has the link bounce; a second one would take
/// it down again, and the port would begin anew.
final class SlowSwitchPort implements Scenario {
  /// Listening and learning take 15 s each, and finding the link comes on top.
  private static final Duration FORWARDS_AFTER = Duration.ofSeconds(40);

  private static final Duration BOUND = Duration.ofMinutes(4);
  private static final String SAID = "/root/recover.log";
  private static final String EXIT = "/root/recover.exit";

  @Override
  public String name() {
    return "slow-switch-port";
  }

  @Override
  public String promise() {
    return "a gateway that answers only 40 s after the link bounced is no reason for a second step";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    Guest host = pve02.guest();
    story.tell("The emulated erratum is off: the fault is made by hand");
    host.must("systemctl", "stop", "lab-erratum.service");
    // The kernel's own resets don't cure it, however slow this machine is.
    new CardRegisters(host).stopDma();
    story.expect(
        "the router is out of reach", StandsStill.BOUND, () -> !host.reaches(StandsStill.ROUTER));
    story.tell("the switch port will forward nothing until 40 s after the first step");
    pve02.forwards("eno1", false);
    story.tell("unhang recover eno1 --yes");
    host.must(
        "sh",
        "-c",
        "(unhang recover eno1 --yes >" + SAID + " 2>&1; echo $? >" + EXIT + ") >/dev/null 2>&1 &");
    story.expect(
        "the first step is in the ledger", BOUND, () -> !ChangesOnDisk.of(host).all().isEmpty());
    Duration begun = story.elapsed();
    story.expect(
        "the card is back, and moves what it is given",
        StandsStill.BOUND,
        () -> host.run("grep", "-q", "transmit ring: moves", SAID).ok());
    story.check(
        "the gateway is silent all the same", !host.reaches(StandsStill.ROUTER), "it answers");
    Duration rest = FORWARDS_AFTER.minus(story.elapsed().minus(begun));
    story.pass("the port listens and learns", rest.isNegative() ? Duration.ZERO : rest);
    pve02.forwards("eno1", true);
    story.expect("the gateway answers", StandsStill.BOUND, () -> host.reaches(StandsStill.ROUTER));
    story.expect("unhang has ended", BOUND, () -> host.run("test", "-s", EXIT).ok());
    ended(story, host);
  }

  private static void ended(Story story, Guest host) {
    String said = host.must("cat", SAID);
    story.check("it has ended well", host.must("cat", EXIT).strip().equals("0"), said);
    story.check("the first step was done", said.contains("/sys/bus/pci/drivers/e1000e/bind"), said);
    story.check("and no second one", !said.contains("$ echo 1 > /sys/bus/pci"), said);
    story.check(
        "the ledger has one reset, done",
        ChangesOnDisk.of(host).all().size() == 1
            && ChangesOnDisk.of(host).last().state().equals(ChangesOnDisk.DONE),
        ChangesOnDisk.of(host) + "");
    story.check("it says that the card sends", said.contains("eno1 sends again"), said);
    story.check("and that the gateway was silent", said.contains("gateway is silent yet"), said);
  }
}
