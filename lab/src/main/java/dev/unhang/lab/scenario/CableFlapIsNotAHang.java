package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.KernelLog;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// A bad cable: the link goes and comes while the NIC is sending. The log is full of it, and none
/// of it is a hang.
final class CableFlapIsNotAHang implements Scenario {
  private static final int FLAPS = 5;
  private static final Duration DOWN = Duration.ofSeconds(3);
  private static final Duration LINK_BOUND = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "cable-flap-is-not-a-hang";
  }

  @Override
  public String promise() {
    return "a link that goes and comes under load is never called a hang";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    story.tell("The emulated erratum is off: what looks like a hang here is none");
    pve02.powerCycle("lab.erratum=off");
    Guest host = pve02.guest();
    Guest nas = host.inside("nas");
    for (int flap = 1; flap <= FLAPS; flap++) {
      int ups = ups(host);
      story.tell("nas floods the router; the cable is pulled: " + flap + " of " + FLAPS);
      nas.run("sh", "-c", "timeout 20 ping -f -s 1400 10.0.2.2 >/dev/null 2>&1 &");
      pve02.cable("eno1", false);
      story.pass("the cable is out", DOWN);
      pve02.cable("eno1", true);
      story.expect("the link is up again", LINK_BOUND, () -> ups(host) > ups);
    }
    KernelLog log = host.kernelLog();
    story.check("the kernel reports no hang", log.hangs() == 0, log.story());
    story.check(
        "it reports the link down " + FLAPS + " times",
        log.linesWith("NIC Link is Down").size() >= FLAPS,
        log.story());

    Unhang unhang = new Unhang(story, host);
    Outcome doctor = unhang.run("doctor", "--boot", "0", "--all");
    stage.keep("doctor.txt", doctor);
    story.check(
        "doctor calls it no hang",
        doctor.exit() != 2 && !doctor.out().contains("HUNG"),
        doctor.transcript());
    story.check(
        "it says so", doctor.out().matches("(?s)(CLEAR|DEGRADED): .*"), doctor.transcript());
    Outcome scan = unhang.run("scan", "--boot", "0", "--json");
    story.check("scan counts none", scan.out().contains("\"hangs\" : [ ]"), scan.transcript());
  }

  private static int ups(Guest host) {
    return host.kernelLog().linesWith("NIC Link is Up").size();
  }
}
