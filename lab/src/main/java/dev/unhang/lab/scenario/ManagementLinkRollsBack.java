package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// A person who is logged in over the NIC changes it and is cut off: the change takes itself back.
/// One who still reaches the host confirms it, and it lasts.
///
/// The login is played by sshd's variable in the environment of the command; the NIC, the trial and
/// the process that reverts it are real.
final class ManagementLinkRollsBack implements Scenario {
  private static final String LOGIN = "SSH_CONNECTION=10.0.2.2 40000 10.0.2.15 22";
  private static final Duration BOUND = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "management-link-rolls-back";
  }

  @Override
  public String promise() {
    return "a change over the operator's own NIC takes itself back unless it is confirmed";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    Guest host = pve02.guest();
    Unhang unhang = new Unhang(story, host);
    SameState before = SameState.of(host);

    Outcome asked = overLogin(host, "fix", "eno1", "--dry-run");
    story.check(
        "a trial is what it does by itself",
        asked.out().contains("you are logged in over eno1"),
        asked.transcript());

    Outcome tried = overLogin(host, "fix", "eno1", "--set", "tso,rx", "--yes", "--try", "20s");
    story.check("the trial begins", tried.exit() == 0, tried.transcript());
    story.check("it says so", tried.out().contains("On trial for 20 s"), tried.transcript());
    before.checkFile(story, "while it is tried", host);
    story.check(
        "tso and rx are off while it is tried",
        isOff(host, "tcp-seg") && isOff(host, "rx-check"),
        host.must("ethtool", "-k", "eno1"));
    story.expect("tso is on again by itself", BOUND, () -> !isOff(host, "tcp-seg"));
    story.expect(
        "the ledger says that it was rolled back",
        BOUND,
        () -> unhang.run("history").out().contains("undone"));
    before.check(story, "after the trial", host);
    story.check(
        "a late confirmation is refused",
        unhang.exits(4, "confirm").out().contains("Nothing to confirm"),
        "");

    Outcome again = overLogin(host, "fix", "eno1", "--yes", "--try", "60s");
    story.check("a second trial begins", again.exit() == 0, again.transcript());
    unhang.exits(0, "confirm");
    story.pass("the second trial's time is over", Duration.ofSeconds(65));
    story.check("tso is still off", isOff(host, "tcp-seg"), host.must("ethtool", "-k", "eno1"));
    pve02.powerCycle();
    new Unhang(story, pve02.guest()).exits(0, "verify", "eno1");
  }

  private static boolean isOff(Guest host, String feature) {
    return host.must("ethtool", "-k", "eno1")
        .lines()
        .anyMatch(line -> line.startsWith(feature) && line.contains(": off"));
  }

  private static Outcome overLogin(Guest host, String... words) {
    String[] argv = new String[words.length + 3];
    argv[0] = "env";
    argv[1] = LOGIN;
    argv[2] = "unhang";
    System.arraycopy(words, 0, argv, 3, words.length);
    return host.run(BOUND, argv);
  }
}
