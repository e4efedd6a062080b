package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// The cluster file system blocks, as it does without quorum. Whether a guest's backup runs can't
/// be asked there, so that a step that cuts it off is refused; a card that hangs is mended all the
/// same, since then nothing is left to be cut off.
///
/// A FUSE file system whose daemon never answers is what blocks. What waits for it, and how, is the
/// kernel's own doing.
final class GuardCannotAsk implements Scenario {
  private static final String UNIT = "lab-pmxcfs";
  private static final int REFUSED = 4;

  /// It starts in 5 to 10 s under software emulation; the file system's own bound is 2 s.
  private static final Duration NOT_HELD_UP = Duration.ofSeconds(90);

  private static final String[] FIX = {"fix", "eno1", "--set", "tx-ring=512", "--yes"};

  @Override
  public String name() {
    return "guard-cannot-ask";
  }

  @Override
  public String promise() {
    return "a cluster file system that blocks is named, and what it could forbid is refused";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    Guest host = pve02.guest();
    story.tell("The emulated erratum is off: nothing hangs by itself");
    host.must("systemctl", "stop", "lab-erratum.service");
    String rings = rings(host);
    blocks(story, host);
    refused(stage, host, "blocks", "the cluster file system did not answer", FIX);
    story.check("the ring is as it was", rings(host).equals(rings), rings(host));

    story.tell("the gateway goes silent; the card sends");
    pve02.forwards("eno1", false);
    refused(
        stage,
        host,
        "blocks-recover",
        "the cluster file system did not answer",
        "recover",
        "eno1",
        "--override",
        "device-stands-still",
        "--yes");
    pve02.forwards("eno1", true);
    story.expect("the router answers", StandsStill.BOUND, () -> host.reaches(StandsStill.ROUTER));

    story.tell("a card that hangs while it blocks");
    Outcome recovered = new StandsStill(story, host).recovered(CardRegisters::stopDma);
    story.check("is mended", recovered.out().contains("eno1 sends again"), recovered.transcript());

    host.must("systemctl", "kill", "--signal=KILL", UNIT);
    refused(stage, host, "is-dead", "/etc/pve", FIX);

    host.must("umount", "/etc/pve");
    new Unhang(story, host).exits(0, FIX);
    story.check("once it can be asked, the ring is set", !rings(host).equals(rings), rings(host));
  }

  private static void refused(Stage stage, Guest host, String when, String why, String... words) {
    Story story = stage.story();
    int changes = ChangesOnDisk.of(host).all().size();
    Duration begun = story.elapsed();
    Outcome refused = new Unhang(story, host).exits(REFUSED, words);
    Duration took = story.elapsed().minus(begun);
    stage.keep("guard-" + when + ".txt", refused);
    String said = refused.out() + refused.err();
    story.check(
        "it is not held up: " + took.toSeconds() + " s",
        took.compareTo(NOT_HELD_UP) < 0,
        refused.transcript());
    story.check(
        "the guard, the file system and the override are named",
        said.contains("the guard guests-busy can't tell")
            && said.contains("/etc/pve")
            && said.contains(why)
            && said.contains("--override guests-busy"),
        refused.transcript());
    story.check(
        "nothing is in the ledger",
        ChangesOnDisk.of(host).all().size() == changes,
        refused.transcript());
  }

  /// Nobody answers the kernel's questions: each who asks waits.
  ///
  /// Doc: Documentation/filesystems/fuse.rst, "fd=N"
  private static void blocks(Story story, Guest host) {
    host.must("modprobe", "fuse");
    host.must(
        "systemd-run",
        "--unit=" + UNIT,
        "sh",
        "-c",
        "exec 3<>/dev/fuse; mount -i -t fuse -o"
            + " fd=3,rootmode=40000,user_id=0,group_id=0,allow_other pmxcfs /etc/pve; exec sleep"
            + " infinity");
    story.need(
        "a cluster file system is mounted whose daemon does not answer",
        StandsStill.BOUND,
        () -> host.run("grep", "-q", " /etc/pve fuse", "/proc/mounts").ok());
    story.check(
        "whoever asks it waits",
        host.run("timeout", "-s", "KILL", "3", "ls", "/etc/pve").exit() != 0,
        "");
  }

  private static String rings(Guest host) {
    return host.must("ethtool", "--show-ring", "eno1");
  }
}
