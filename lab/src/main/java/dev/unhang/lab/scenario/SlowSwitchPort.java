package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// A switch port that runs STP without portfast: the link is back at once, the gateway only much
/// later. The card was mended by the first step; a second one would take the link down again, and
/// the port would begin anew.
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
    return "a gateway that answers 40 s after the link came back is waited for: no second step";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    story.tell("The emulated erratum is off: the fault is made by hand");
    pve02.powerCycle("lab.erratum=off");
    Guest host = pve02.guest();
    host.must(
        "sh", "-c", "timeout 40 ping -f -s 1400 " + StandsStill.ROUTER + " >/dev/null 2>&1 &");
    new CardRegisters(host).stopTransmitUnit();
    story.expect(
        "the router is out of reach", StandsStill.BOUND, () -> !host.reaches(StandsStill.ROUTER));
    int ups = ups(host);
    story.tell("the switch port forwards nothing until 40 s after the link comes back");
    pve02.forwards("eno1", false);
    story.tell("unhang recover eno1 --yes");
    host.must(
        "sh",
        "-c",
        "(unhang recover eno1 --yes >" + SAID + " 2>&1; echo $? >" + EXIT + ") >/dev/null 2>&1 &");
    story.expect("the first step brings the link back", BOUND, () -> ups(host) > ups);
    Duration back = story.elapsed();
    story.check(
        "the gateway is silent all the same", !host.reaches(StandsStill.ROUTER), "it answers");
    story.pass("the port listens and learns", FORWARDS_AFTER.minus(story.elapsed().minus(back)));
    story.check(
        "the link was not taken down again", ups(host) == ups + 1, host.kernelLog().story());
    pve02.forwards("eno1", true);
    story.expect("the gateway answers", StandsStill.BOUND, () -> host.reaches(StandsStill.ROUTER));
    story.expect("unhang has ended", BOUND, () -> host.run("test", "-s", EXIT).ok());
    ended(story, host);
  }

  private static void ended(Story story, Guest host) {
    String said = host.must("cat", SAID);
    story.check("it has ended well", host.must("cat", EXIT).strip().equals("0"), said);
    story.check("the first step was done", said.contains("$ ethtool -r eno1"), said);
    story.check("and no second one", !said.contains("$ ip link set dev eno1 down"), said);
    story.check(
        "the ledger has one reset, done",
        ChangesOnDisk.of(host).all().size() == 1
            && ChangesOnDisk.of(host).last().state().equals(ChangesOnDisk.DONE),
        ChangesOnDisk.of(host) + "");
    story.check("it says that the card sends", said.contains("eno1 sends again"), said);
  }

  private static int ups(Guest host) {
    return host.kernelLog().linesWith("NIC Link is Up").size();
  }
}
