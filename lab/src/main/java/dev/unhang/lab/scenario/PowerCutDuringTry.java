package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/// The power goes at ten instants of a trial, from before it is entered in the ledger to after all
/// is switched. Whatever the instant, the next boot has the old state, and unhang knows.
///
/// The instants are spread over the time that one trial took in the same machine; where each of
/// them fell is told by the ledger.
final class PowerCutDuringTry implements Scenario {
  private static final int INSTANTS = 10;
  private static final Duration BOUND = Duration.ofMinutes(2);
  private static final String TRIAL = "unhang fix eno1 --yes --try 120s";

  /// Cuts fall from a fifth of what a trial took, while it only looks, to a tenth after its end.
  private static final double EARLIEST = 0.2;

  private static final double LATEST = 1.1;

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
    Duration whole = oneTrial(story, pve02.guest());
    before.check(story, "after the trial that was measured", pve02.guest());
    Set<String> met = new TreeSet<>();
    for (int instant = 0; instant < INSTANTS; instant++) {
      double part = EARLIEST + (LATEST - EARLIEST) * instant / (INSTANTS - 1);
      Duration after = Duration.ofMillis(Math.round(whole.toMillis() * part));
      int known = ChangesOnDisk.of(pve02.guest()).all().size();
      pve02.guest().must("sh", "-c", TRIAL + " >/root/try.log 2>&1 &");
      story.pass("the trial runs for " + after.toMillis() + " ms", after);
      pve02.cutPower();
      pve02.powerOn();
      Guest host = pve02.guest();
      ChangesOnDisk changes = ChangesOnDisk.of(host);
      String reached = changes.all().size() == known ? "nothing" : changes.last().state();
      met.add(reached);
      String when = "cut after " + after.toMillis() + " ms, " + reached + " in the ledger";
      before.check(story, when, host);
      Outcome plan = new Unhang(story, host).exits(0, "plan", "eno1");
      story.check(
          when + ": the plan starts from the old state",
          plan.out().contains("ethtool -K eno1 tso off")
              && plan.out().contains("post-up /usr/sbin/ethtool"),
          plan.transcript());
    }
    story.tell("states in which the power went: " + String.join(", ", met));
    noneStands(story, pve02.guest());
    Unhang unhang = new Unhang(story, pve02.guest());
    unhang.exits(0, "fix", "eno1", "--yes");
    unhang.exits(0, "verify", "eno1");
    story.check(
        "no trial is left open by then",
        ChangesOnDisk.of(pve02.guest()).in(ChangesOnDisk.BEGUN).isEmpty(),
        unhang.run("history").transcript());
    unhang.exits(0, "undo", "--yes");
    whoWaitsIsKilled(story, pve02.guest(), before);
  }

  /// No power cut, but what the trial relies on dies.
  private static void whoWaitsIsKilled(Story story, Guest host, SameState before) {
    new Unhang(story, host).exits(0, "fix", "eno1", "--yes", "--try", "30s");
    String unit = "unhang-trial-" + ChangesOnDisk.of(host).last().number();
    host.must("systemctl", "kill", "--signal=KILL", unit);
    story.expect(
        "killed, it is started again, and takes the trial back",
        BOUND,
        () -> ChangesOnDisk.of(host).last().state().equals(ChangesOnDisk.UNDONE));
    before.check(story, "then", host);
  }

  /// A trial that nobody disturbs but by undoing it.
  ///
  /// @return from the command's start to its end
  private static Duration oneTrial(Story story, Guest host) {
    Duration from = story.elapsed();
    Outcome tried = host.run(BOUND, "sh", "-c", TRIAL);
    Duration whole = story.elapsed().minus(from);
    story.check("a trial takes " + whole.toMillis() + " ms", tried.ok(), tried.transcript());
    new Unhang(story, host).exits(0, "undo", "--yes");
    return whole;
  }

  /// A trial that was cut before its way back was armed is half done on record, though nothing of
  /// it was done: undo settles it.
  private static void noneStands(Story story, Guest host) {
    ChangesOnDisk changes = ChangesOnDisk.of(host);
    story.check("none of them stands", changes.in(ChangesOnDisk.DONE).isEmpty(), changes + "");
    for (ChangesOnDisk.One begun : changes.in(ChangesOnDisk.BEGUN)) {
      new Unhang(story, host).exits(0, "undo", begun.number(), "--yes");
    }
  }
}
