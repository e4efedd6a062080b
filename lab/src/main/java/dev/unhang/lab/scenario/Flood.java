package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;

/// The kernel's log is flooded, faster than anyone reads it, while the card hangs: the watch cures
/// it, and says that it has not read every record.
final class Flood implements Scenario {
  private static final String WRITER =
      "open(my $k, '>', '/dev/kmsg'); my $n = 0; my $end = time + 60; while (time < $end) { for"
          + " (1..1000) { syswrite($k, \"flood \" . $n++ . \" of the lab\\n\") } } print $n";

  @Override
  public String name() {
    return "flood";
  }

  @Override
  public String promise() {
    return "a flooded log hides no hang, and what was not read is said";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    story.tell("The emulated erratum is off: the fault is made by hand");
    pve02.powerCycle("lab.erratum=off");
    Guest host = pve02.guest();
    Watched watched = new Watched(story, host);
    watched.begins("mild", "");

    host.must("sysctl", "--quiet", "--write", "kernel.printk_devkmsg=on");
    host.must("dmesg", "--console-off");
    host.must("sh", "-c", "perl -e \"$1\" >/root/flood 2>&1 &", "sh", WRITER);
    new StandsStill(story, host).hangs(CardRegisters::stopTransmitUnit);
    story.expect(
        "the watch cures it", Watched.BOUND, () -> watched.said().contains("eno1: sends again"));
    story.expect("the router answers", Watched.BOUND, () -> host.reaches(StandsStill.ROUTER));
    story.expect(
        "the flood has ended", Watched.BOUND, () -> !host.must("cat", "/root/flood").isBlank());
    story.tell(host.must("cat", "/root/flood").strip() + " lines within a minute");
    Outcome status = new Unhang(story, host).run("status", "--json");
    stage.keep("status.json", status);
    watched.keep(stage);
    story.check(
        "what was not read is said",
        watched.said().contains("records") || status.out().contains("\"troubles\" : 0"),
        watched.said() + status.transcript());
  }
}
