package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// The card hangs under load while `unhang watch` runs as a service, and no person types anything:
/// it is cured, the evidence is on disk, mail tells of it, and the same load does not hang it
/// again.
final class NobodyIsThere implements Scenario {
  /// A service that starts, a card that comes back: under software emulation, beside a flood.
  private static final Duration BOUND = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "nobody-is-there";
  }

  @Override
  public String promise() {
    return "a card that hangs is cured by the watch alone, with evidence and mail, and the same"
        + " load does not hang it again";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    Guest host = pve02.guest();
    Unhang unhang = new Unhang(story, host);
    Watched watched = new Watched(story, host);
    watched.begins("mild", "");

    SameLoad load = new SameLoad(story, pve02);
    load.hangs("with the watch");
    Duration hung = story.elapsed();
    story.expect(
        "the host reaches the router again", BOUND, () -> host.reaches(StandsStill.ROUTER));
    story.tell(
        "%.1f s after the lab saw the report"
            .formatted(story.elapsed().minus(hung).toMillis() / 1000.0));
    story.expect("so does the guest", BOUND, () -> host.inside("nas").reaches(StandsStill.ROUTER));
    story.expect(
        "segmentation is switched off",
        BOUND,
        () -> host.must("ethtool", "-k", "eno1").contains("tcp-segmentation-offload: off"));
    story.expect("mail has left", BOUND, () -> !watched.mail().isBlank());

    Outcome history = unhang.exits(0, "history");
    story.check("the ledger has it", history.out().contains("watch: "), history.transcript());
    String mail = watched.mail();
    story.check("the mail names the card", mail.contains("eno1"), mail);
    String evidence =
        host.must("sh", "-c", "ls " + Watched.EVIDENCE + "/watch-*.tar.gz")
            .lines()
            .findFirst()
            .orElseThrow();
    Outcome doctor = unhang.run("doctor", evidence);
    stage.keep("doctor-evidence.txt", doctor);
    story.check(
        "doctor reads the hang in the evidence",
        doctor.exit() == 2 && doctor.out().startsWith("HUNG: eno1"),
        doctor.transcript());

    load.doesNotHang("after the cure");
    stage.keep("history.txt", history);
    watched.keep(stage);
    stage.keep("dmesg.txt", host.run("dmesg"));
  }
}
