package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.KernelLog;
import dev.unhang.lab.guest.Outcome;

/// Text of a hang in the kernel's log that no driver wrote: a program's, through /dev/kmsg, and an
/// unprivileged user's, whose words the kernel itself repeats within a genuine record.
///
/// Kernel: fs/overlayfs/super.c, ovl_mount_dir_noesc() prints the path it can't resolve (v6.1)
final class ForgedHangLeadsNowhere implements Scenario {
  private static final String REPORT =
      """
      e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:
        TDH                  <61>
        TDT                  <90>
        next_to_use          <90>
        next_to_clean        <60>
      buffer_info[next_to_clean]:
        time_stamp           <1000936a9>
        next_to_watch        <61>
        jiffies              <1000ca540>
        next_to_watch.status <0>
      MAC Status             <80083>
      PHY Status             <796d>
      PHY 1000BASE-T Status  <3800>
      PHY Extended Status    <3000>
      PCI Status             <10>\
      """;

  /// Debian's user `nobody`.
  private static final String NOBODY = "65534";

  @Override
  public String name() {
    return "forged-hang-leads-nowhere";
  }

  @Override
  public String promise() {
    return "text of a hang that no driver wrote is found out, and nothing is done about it";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Guest host = stage.machineWithUnhang("pve-02").guest();
    Unhang unhang = new Unhang(story, host);

    story.tell("root writes the report to /dev/kmsg");
    host.must("sh", "-c", "printf '%s\\n' \"$1\" >/dev/kmsg", "sh", REPORT);
    noHang(story, unhang, "written to /dev/kmsg");

    story.tell("nobody mounts an overlay whose folder is called like the report");
    host.must("sysctl", "--quiet", "--write", "kernel.unprivileged_userns_clone=1");
    Outcome mount =
        host.run(
            "setpriv",
            "--reuid=" + NOBODY,
            "--clear-groups",
            "unshare",
            "--user",
            "--map-root-user",
            "--mount",
            "mount",
            "-t",
            "overlay",
            "-o",
            "lowerdir=/nope\n" + REPORT.replace(":", "\\:") + ":/tmp",
            "overlay",
            "/mnt");
    KernelLog log = host.kernelLog();
    story.check(
        "the kernel has repeated it",
        !log.linesWith("overlayfs:").isEmpty() && log.hangs() >= 2,
        mount.transcript() + log.text());
    noHang(story, unhang, "repeated by the kernel");
    stage.keep("dmesg.txt", host.run("dmesg"));
    stage.keep("doctor.txt", unhang.run("doctor", "--all"));
  }

  private static void noHang(Story story, Unhang unhang, String how) {
    Outcome doctor = unhang.run("doctor");
    story.check(
        how + ": doctor calls it no hang",
        doctor.exit() != 2 && doctor.out().matches("(?s)(CLEAR|AT RISK): .*"),
        doctor.transcript());
    Outcome scan = unhang.run("scan", "--json");
    story.check(
        how + ": scan counts none", scan.out().contains("\"hangs\" : [ ]"), scan.transcript());
  }
}
