package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// The power goes at ten instants of a trial, from before it is armed to after all is switched.
/// Whatever the instant, the next boot has the old state, and unhang knows.
final class PowerCutDuringTry implements Scenario {
  private static final int INSTANTS = 10;
  private static final Duration STEP = Duration.ofMillis(700);

  @Override
  public String name() {
    return "power-cut-during-try";
  }

  @Override
  public String promise() {
    return "a power cut at any instant of a trial brings the old state back";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    SameState before = SameState.of(pve02.guest());
    for (int instant = 1; instant <= INSTANTS; instant++) {
      Duration after = STEP.multipliedBy(instant);
      pve02.guest().must("sh", "-c", "unhang fix eno1 --yes --try 120s >/root/try.log 2>&1 &");
      story.pass("the trial runs", after);
      pve02.cutPower();
      pve02.powerOn();
      Guest host = pve02.guest();
      String when = "cut after " + after.toMillis() + " ms";
      before.check(story, when, host);
      Outcome plan = new Unhang(story, host).exits(0, "plan", "eno1");
      story.check(
          when + ": the plan starts from the old state",
          plan.out().contains("ethtool -K eno1 tso off")
              && plan.out().contains("post-up /usr/sbin/ethtool"),
          plan.transcript());
    }
    Unhang unhang = new Unhang(story, pve02.guest());
    Outcome history = unhang.exits(0, "history");
    story.check(
        "none of them stands",
        history.out().lines().skip(1).noneMatch(line -> line.strip().endsWith("done")),
        history.transcript());
    unhang.exits(0, "fix", "eno1", "--yes");
    unhang.exits(0, "verify", "eno1");
  }
}
