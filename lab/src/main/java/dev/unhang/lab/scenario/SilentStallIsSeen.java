package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.KernelLog;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// The card's interrupts are masked while it sends: the driver is never called again, nothing that
/// it was given is reported sent, and no word is said about it. That it was a stall, and no
/// doctor's fancy, a reset shows, which ends it.
final class SilentStallIsSeen implements Scenario {
  private static final String ROUTER = "10.0.2.2";
  private static final Duration STALLED_BOUND = Duration.ofSeconds(60);
  private static final Duration SEEN_BOUND = Duration.ofSeconds(90);
  private static final Duration ENDED_BOUND = Duration.ofSeconds(40);

  private static final String STALLS = "the transmit ring stands still";

  @Override
  public String name() {
    return "silent-stall-is-seen";
  }

  @Override
  public String promise() {
    return "a ring that stands still is found before the kernel has a line about it";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    story.tell("The emulated erratum is off: the stall is made by hand");
    pve02.powerCycle("lab.erratum=off");
    Guest host = pve02.guest();
    Unhang unhang = new Unhang(story, host);
    healthyCardsAreNone(stage, host, unhang);

    story.tell("under load, all interrupts of the card are masked");
    SilentStall stall = SilentStall.of(host);
    story.expect("nothing is reported sent any more", STALLED_BOUND, stall::begins);
    story.expect(
        "doctor says so",
        SEEN_BOUND,
        () -> {
          Outcome doctor = unhang.run("doctor", "--boot", "0");
          stage.keep("doctor-stalled.txt", doctor);
          return doctor.out().contains(STALLS);
        });
    KernelLog then = host.kernelLog();
    story.check(
        "and the kernel has no line about it yet", SilentStall.isSilent(then), then.story());

    story.check("it is a stall: nobody answers", !host.reaches(ROUTER), "the router answers");
    host.must("ethtool", "-r", "eno1");
    story.expect("a reset ends it", ENDED_BOUND, () -> host.reaches(ROUTER));
    Outcome after = unhang.run("doctor", "--boot", "0");
    stage.keep("doctor-reset.txt", after);
    story.check("doctor no longer says so", !after.out().contains(STALLS), after.transcript());
    stage.keep("dmesg.txt", host.run("dmesg"));
  }

  private static void healthyCardsAreNone(Stage stage, Guest host, Unhang unhang) {
    Outcome idle = unhang.run("doctor", "--boot", "0", "--all");
    stage.keep("doctor-idle.txt", idle);
    stage
        .story()
        .check("an idle card is no stall", !idle.out().contains(STALLS), idle.transcript());
    host.run("sh", "-c", "timeout 20 " + SilentStall.flood() + "sleep 1");
    Outcome busy = unhang.run("doctor", "--boot", "0", "--all");
    stage.keep("doctor-busy.txt", busy);
    stage.story().check("a busy card is no stall", !busy.out().contains(STALLS), busy.transcript());
  }
}
