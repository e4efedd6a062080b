package dev.unhang.lab.scenario;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A card that is on the bus and whose registers read all ones: nothing inside answers. No reset by
/// its driver reaches it, and on other chips one would stop the host.
///
/// Where the card's registers are, another device of the machine shows ones; the driver and all
/// that it reads are real.
final class DeadRegisters implements Scenario {
  private static final int REFUSED = 4;

  @Override
  public String name() {
    return "dead-registers";
  }

  @Override
  public String promise() {
    return "a card whose registers read all ones gets no step; a power cycle is advised, and cures";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    pve02.addWindow("1a", ones(pve02.folder().resolve("ones.raw")));
    story.tell("The emulated erratum is off: the fault is made by hand");
    pve02.powerCycle("lab.erratum=off");
    Guest host = pve02.guest();
    Unhang unhang = new Unhang(story, host);
    CardRegisters card = new CardRegisters(host);
    story.tell("STATUS reads " + card.status());
    card.readAllOnes();
    if (!card.status().equalsIgnoreCase("0xFFFFFFFF")) {
      throw new LabBroken("STATUS reads " + card.status(), "see lspci -vv in guest.log");
    }
    story.expect(
        "the router is out of reach", StandsStill.BOUND, () -> !host.reaches(StandsStill.ROUTER));

    Outcome recovered = unhang.exits(REFUSED, "recover", "eno1", "--yes");
    stage.keep("recover-dead-registers.txt", recovered);
    String said = recovered.out() + recovered.err();
    story.check(
        "it says what it saw",
        said.contains("its registers read all ones"),
        recovered.transcript());
    story.check(
        "it advises a power cycle",
        said.contains("power the host off, unplugged"),
        recovered.transcript());
    story.check(
        "no step was done",
        recovered.out().lines().noneMatch(line -> line.startsWith("$ ")),
        recovered.transcript());
    story.check(
        "none is in the ledger",
        ChangesOnDisk.of(host).all().isEmpty(),
        ChangesOnDisk.of(host) + "");
    story.check(
        "the card still has its driver and its name",
        host.run("test", "-e", "/sys/bus/pci/devices/" + CardRegisters.SLOT + "/net/eno1").ok(),
        "");

    pve02.cutPower();
    pve02.powerOn("lab.erratum=off");
    Guest after = pve02.guest();
    story.expect(
        "the power cycle cures", StandsStill.BOUND, () -> after.reaches(StandsStill.ROUTER));
    story.check(
        "there is nothing to recover any more",
        new Unhang(story, after)
            .exits(0, "recover", "eno1", "--yes")
            .out()
            .contains("Nothing to recover"),
        "");
  }

  private static Path ones(Path file) {
    byte[] ones = new byte[CardRegisters.WINDOW_BYTES];
    Arrays.fill(ones, (byte) -1);
    try {
      return Files.write(file, ones);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
