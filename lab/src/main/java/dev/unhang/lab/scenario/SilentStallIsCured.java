package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.KernelLog;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// The card's interrupts are masked while it sends, the kernel has no line about it, and the watch
/// sees it by what it reads of the device.
final class SilentStallIsCured implements Scenario {
  private static final int TRIES = 6;

  @Override
  public String name() {
    return "silent-stall-is-cured";
  }

  @Override
  public String promise() {
    return "a ring that stands still is cured by the watch though the kernel has no line about it";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    story.tell("The emulated erratum is off: the stall is made by hand");
    pve02.powerCycle("lab.erratum=off");
    Guest host = pve02.guest();
    Watched watched = new Watched(story, host);
    watched.begins("mild", "");
    story.expect(
        "it sees a card that sends",
        Watched.BOUND,
        () -> new Unhang(story, host).run("status").out().contains("no sign of a hang"));
    SilentStall stall = SilentStall.of(host);

    double masked = 0;
    Optional<String> noticed = Optional.empty();
    for (int i = 0; i < TRIES && noticed.isEmpty(); i++) {
      story.tell("under load, all interrupts of the card are masked");
      masked = stall.isMasked();
      story.pass("does it stand still?", Duration.ofSeconds(10));
      noticed = noticed(host);
    }
    story.check("the watch has noticed", noticed.isPresent(), watched.said());
    String line = noticed.orElseThrow();
    story.check("by its own samples", line.contains("without a word in the log"), line);
    story.tell(
        String.format(
            Locale.ROOT,
            "noticed %.1f s after the mask, by the guest's own clock",
            uptime(line) - masked));
    story.expect(
        "and cures it",
        Watched.BOUND,
        () -> watched.said().contains("sends again, by restart-negotiation"));
    story.expect("the router answers", Watched.BOUND, () -> host.reaches(StandsStill.ROUTER));
    KernelLog log = host.kernelLog();
    story.check("the kernel has no line about it", SilentStall.isSilent(log), log.story());
    story.expect("mail has left", Watched.BOUND, () -> !watched.mail().isBlank());
    watched.keep(stage);
  }

  /// The line of the watch, with the uptime before it.
  private static Optional<String> noticed(Guest host) {
    return host.must(
            "journalctl", "--unit=unhang-watch", "--boot", "--no-pager", "--output=short-monotonic")
        .lines()
        .filter(line -> line.contains("eno1: stands still: "))
        .findFirst();
  }

  private static double uptime(String line) {
    return Double.parseDouble(line.substring(1, line.indexOf(']')).strip());
  }
}
