package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;

/// The whole promise, on a real kernel: reproduce, find, fix, prove, prove again after a reboot,
/// undo, and see the hang return. The last load is the control of the control: with the erratum
/// off, tso on hangs nothing.
final class HangIsFoundFixedAndStaysFixed implements Scenario {

  @Override
  public String name() {
    return "hang-is-found-fixed-and-stays-fixed";
  }

  @Override
  public String promise() {
    return "unhang finds the hang in the journal, its fix outlasts a reboot, and undoing it"
        + " brings the hang back";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    SameLoad load = new SameLoad(story, pve02);

    load.hangs("as installed");
    Outcome now = unhang(story, pve02).exits(2, "doctor");
    story.check("it says that it is hung now", now.out().contains("hung now"), now.transcript());
    story.check(
        "save, cure, prevent, in this order",
        now.out().matches("(?s).*journalctl --sync.*ethtool -r eno1.*unhang fix eno1.*"),
        now.transcript());

    pve02.powerCycle();
    Outcome doctor = unhang(story, pve02).exits(2, "doctor", "--boot", "-1");
    story.check("it says HUNG", doctor.out().contains("HUNG"), doctor.transcript());
    story.check("it names eno1", doctor.out().contains("eno1"), doctor.transcript());

    unhang(story, pve02).exits(0, "fix", "eno1", "--yes");
    load.doesNotHang("after the fix");

    pve02.powerCycle();
    unhang(story, pve02).exits(0, "verify", "eno1");
    Outcome later = unhang(story, pve02).exits(1, "doctor");
    story.check(
        "it says that the hang is answered", later.out().contains("ANSWERED"), later.transcript());
    load.doesNotHang("after a reboot");

    unhang(story, pve02).exits(0, "undo", "--yes");
    load.hangs("after undo");

    pve02.powerCycle("lab.erratum=off");
    String features = pve02.guest().must("ethtool", "-k", "eno1");
    story.check("tso is on", features.contains("tcp-segmentation-offload: on"), features);
    load.doesNotHang("with the erratum off");
  }

  private static Unhang unhang(Story story, Machine machine) {
    return new Unhang(story, machine.guest());
  }
}
