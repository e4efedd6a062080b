package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// A million forged lines in records of the kernel's own that repeat an unprivileged user's words,
/// while the watch runs. It does nothing about them, and cures the card that hangs afterwards.
///
/// Kernel: fs/overlayfs/super.c, ovl_mount_dir_noesc() prints the path it can't resolve (v6.1)
final class ForgedTextMovesNothing implements Scenario {
  private static final int RECORDS = 100_000;

  /// More would be cut off: a record has 1,024 bytes.
  private static final int LINES = 10;

  private static final Duration FORGING = Duration.ofMinutes(20);

  /// Debian's user `nobody`; 165 is mount(2) of x86-64.
  private static final String NOBODY = "65534";

  private static final String FORGE =
      "my $l = \"\\ne1000e 0000\\\\:00\\\\:19.0 eno1\\\\: Detected Hardware Unit Hang\\\\:\";"
          + " my $o = \"lowerdir=/nope\" . $l x "
          + LINES
          + " . \":/tmp\"; my ($s, $t, $f) = (\"overlay\", \"/mnt\", \"overlay\"); my $n = 0;"
          + " for (1.."
          + RECORDS
          + ") { syscall(165, $s, $t, $f, 0, $o); $n++ } print $n";

  @Override
  public String name() {
    return "forged-text-moves-nothing";
  }

  @Override
  public String promise() {
    return "a million forged lines by an unprivileged user move nothing, and hide no true hang";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    story.tell("The emulated erratum is off: the fault is made by hand");
    pve02.powerCycle("lab.erratum=off");
    Guest host = pve02.guest();
    Watched watched = new Watched(story, host);
    watched.begins("all", "");
    String pid = pid(host);

    host.must("sysctl", "--quiet", "--write", "kernel.unprivileged_userns_clone=1");
    // The serial console would take longer than all the rest.
    host.must("dmesg", "--console-off");
    Duration begun = story.elapsed();
    Outcome forged =
        host.run(
            FORGING,
            "setpriv",
            "--reuid=" + NOBODY,
            "--clear-groups",
            "unshare",
            "--user",
            "--map-root-user",
            "--mount",
            "perl",
            "-e",
            FORGE);
    story.tell(
        forged.out()
            + " records of "
            + LINES
            + " forged lines in "
            + story.elapsed().minus(begun).toSeconds()
            + " s");
    story.check(
        "the kernel has repeated the words",
        host.kernelLog().hangs() > 0 && forged.out().equals(String.valueOf(RECORDS)),
        forged.transcript());
    story.check("the watch is the same process", pid(host).equals(pid), watched.said());
    story.check(
        "nothing was done",
        ChangesOnDisk.of(host).all().isEmpty() && watched.mail().isBlank(),
        watched.said());
    story.check(
        "it did not even look: there is no evidence",
        host.run("sh", "-c", "ls " + Watched.EVIDENCE + " 2>/dev/null").out().isBlank(),
        watched.said());
    Outcome status = new Unhang(story, host).run("status", "--json");
    stage.keep("status.json", status);
    story.check(
        "status counts them", !status.out().contains("\"distrusted\" : 0"), status.transcript());
    story.tell(
        host.must("sh", "-c", "grep -E 'VmHWM|VmRSS' /proc/" + pid + "/status")
            .replace("\n", "; "));

    story.tell("the card hangs");
    new StandsStill(story, host).hangs(CardRegisters::stopTransmitUnit);
    story.expect(
        "the watch cures it", Watched.BOUND, () -> watched.said().contains("eno1: sends again"));
    watched.keep(stage);
  }

  private static String pid(Guest host) {
    return host.must("systemctl", "show", "--property=MainPID", "--value", "unhang-watch").strip();
  }
}
