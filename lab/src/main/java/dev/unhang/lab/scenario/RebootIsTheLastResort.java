package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// A card whose transmit unit is stopped again as soon as a reset starts it: no step cures it, and
/// a reboot does not either. The watch, which may, reboots the host once, and not again.
final class RebootIsTheLastResort implements Scenario {
  /// The whole ladder, with the time that each step is given to be proved, under software
  /// emulation.
  private static final Duration LADDER = Duration.ofMinutes(8);

  private static final Duration QUIET = Duration.ofMinutes(2);

  private static final String BROKEN = "/etc/systemd/system/broken-card.service";

  private static final String UNIT =
      """
      [Unit]
      After=network-online.target
      [Service]
      ExecStart=/bin/sh /root/broken-card
      Restart=always
      [Install]
      WantedBy=multi-user.target
      """;

  @Override
  public String name() {
    return "reboot-is-the-last-resort";
  }

  @Override
  public String promise() {
    return "a host whose card no step cures is rebooted once and only once, where the policy says"
        + " so";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    story.tell("The emulated erratum is off: the fault is made by hand");
    pve02.powerCycle("lab.erratum=off");
    Guest host = pve02.guest();
    Watched watched = new Watched(story, host);
    watched.begins("all", "reboot = \"last-resort\"\n");
    story.tell("the transmit unit is stopped, and again whenever it is started");
    watched.write("/root/broken-card", script());
    watched.write(BROKEN, UNIT);
    host.must("systemctl", "daemon-reload");
    pve02.reboots(
        "the host reboots",
        LADDER,
        () -> host.must("systemctl", "enable", "--quiet", "--now", "broken-card"));
    String second = watched.boot();
    watched.isReady("the watch is there again");
    story.expect(
        "it says why it reboots no second time",
        LADDER,
        () -> watched.said().contains("no reboot: the watch began this boot itself"));
    story.pass("is the host left alone?", QUIET);
    story.check("it is: this is still the second boot", watched.boot().equals(second), "");
    String history = new Unhang(story, host).exits(0, "history").out();
    story.check(
        "one reboot is in the ledger",
        host.must("sh", "-c", "grep -l reboot-host /var/lib/unhang/changes/* | wc -l")
            .strip()
            .equals("1"),
        history);
    story.check("the mail tells of it", watched.mail().contains("reboot"), watched.mail());
    watched.keep(stage);

    story.tell("the card is well again");
    host.must("systemctl", "disable", "--quiet", "--now", "broken-card");
    host.run("ethtool", "-r", "eno1");
    story.tell("no address was handed out while it was broken");
    host.must("systemctl", "restart", "networking");
    story.expect("the router answers", Watched.BOUND, () -> host.reaches(StandsStill.ROUTER));
    story.expect(
        "the watch sees it", Watched.BOUND, () -> watched.said().contains("it sends again"));
  }

  /// The host sends all the time, and the unit is stopped about as often as a shell can.
  private static String script() {
    return "ping -f -s 1400 "
        + StandsStill.ROUTER
        + " >/dev/null 2>&1 &\nwhile :; do "
        + CardRegisters.transmitUnitStops()
        + "; done\n";
  }
}
