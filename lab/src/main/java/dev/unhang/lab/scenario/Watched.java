package dev.unhang.lab.scenario;

import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import java.time.Duration;

/// `unhang watch` as the service that the packages bring, started at each boot.
///
/// Sendmail is a stand-in of two lines that keeps what it is given.
///
/// @param story is told
/// @param host where it runs
record Watched(Story story, Guest host) {
  /// A service that starts, a card that comes back: under software emulation, beside a flood.
  static final Duration BOUND = Duration.ofMinutes(2);

  static final String EVIDENCE = "/var/lib/unhang/evidence";

  /// The service has a /tmp and a /var/tmp of its own.
  private static final String MAIL = "/var/spool/lab-mail";

  private static final String SENDMAIL =
      """
      #!/bin/sh
      cat >>/var/spool/lab-mail
      """;

  /// Installs it, with a policy that mails, and waits until it is ready.
  ///
  /// @param recover the policy's word
  /// @param more lines of the policy, before its tables
  void begins(String recover, String more) {
    write(
        "/etc/unhang/unhang.toml",
        "recover = \"" + recover + "\"\n" + more + "[alert]\nmail = \"root\"\n");
    write("/usr/sbin/sendmail", SENDMAIL);
    host.must("chmod", "755", "/usr/sbin/sendmail");
    host.must("cp", "/opt/unhang/unhang-watch.service", "/etc/systemd/system/");
    write(
        "/etc/systemd/system/unhang-watch.service.d/lab.conf",
        "[Unit]\nWants=dev-disk-by\\x2did-virtio\\x2dunhang.device\n"
            + "After=opt-unhang.mount\nRequiresMountsFor=/opt/unhang\n");
    new Unhang(story, host).exits(0, "watch", "--check");
    host.must("systemctl", "daemon-reload");
    host.must("systemctl", "enable", "--quiet", "--now", "--no-block", "unhang-watch");
    isReady("the service is ready");
  }

  /// Waits for it.
  void isReady(String sentence) {
    story.expect(
        sentence,
        BOUND,
        () -> host.run("systemctl", "is-active", "unhang-watch").out().strip().equals("active"));
  }

  /// Writes a file of the guest, and the folders above it.
  void write(String path, String text) {
    host.must("sh", "-c", "mkdir -p \"${1%/*}\"; printf '%s' \"$2\" >\"$1\"", "sh", path, text);
  }

  /// What was mailed; empty where nothing was.
  String mail() {
    return host.run("sh", "-c", "cat " + MAIL + " 2>/dev/null").out();
  }

  /// What it said, in this boot.
  String said() {
    return host.must("journalctl", "--unit=unhang-watch", "--boot", "--no-pager", "--output=cat");
  }

  /// Which boot this is.
  String boot() {
    return host.must("cat", "/proc/sys/kernel/random/boot_id").strip();
  }

  /// Keeps what it left behind.
  void keep(Stage stage) {
    stage.keep("mail.txt", host.run("sh", "-c", "cat " + MAIL + " 2>/dev/null"));
    stage.keep("watch.txt", host.run("journalctl", "--unit=unhang-watch", "--no-pager"));
    stage.keep("history.txt", new Unhang(story, host).run("history"));
    stage.keep("dmesg.txt", host.run("dmesg"));
  }
}
