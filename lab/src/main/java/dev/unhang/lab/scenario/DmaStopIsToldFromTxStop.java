package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;

/// Two cards that send no more: one whose transmit unit stopped, one that may no longer use the
/// bus. From outside they look alike; a reset cures the first and not the second.
final class DmaStopIsToldFromTxStop implements Scenario {
  private static final String ROUTER = "10.0.2.2";
  private static final Duration NOTICED_BOUND = Duration.ofSeconds(40);
  private static final Duration CURED_BOUND = Duration.ofSeconds(30);

  /// What a reset that helps takes several times over.
  private static final Duration IN_VAIN = Duration.ofSeconds(10);

  private static final String DMA = "may not use the bus";

  @Override
  public String name() {
    return "dma-stop-is-told-from-tx-stop";
  }

  @Override
  public String promise() {
    return "a card without the bus is told from one whose transmit unit stopped, and so is its"
        + " cure";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    story.tell("The emulated erratum is off: both faults are made by hand");
    pve02.powerCycle("lab.erratum=off");
    Guest host = pve02.guest();
    Unhang unhang = new Unhang(story, host);
    transmitUnitStops(stage, host, unhang);
    dmaStops(stage, host, unhang);
  }

  private static void transmitUnitStops(Stage stage, Guest host, Unhang unhang) {
    Story story = stage.story();
    story.tell("the transmit unit is stopped under load");
    flood(host);
    new CardRegisters(host).stopTransmitUnit();
    story.expect("the driver reports the hang", NOTICED_BOUND, () -> host.kernelLog().hangs() > 0);
    Outcome doctor = unhang.run("doctor", "--boot", "0", "--all");
    stage.keep("doctor-tx-stop.txt", doctor);
    story.check("doctor calls it a hang", doctor.exit() == 2, doctor.transcript());
    story.check("not the bus's", !found(doctor).contains(DMA), doctor.transcript());
    story.check(
        "the cure is a reset",
        doctor.out().contains("ethtool -r eno1") && !doctor.out().contains("unbind and bind"),
        doctor.transcript());
    host.must("ethtool", "-r", "eno1");
    story.expect("it cures", CURED_BOUND, () -> host.reaches(ROUTER));
  }

  private static void dmaStops(Stage stage, Guest host, Unhang unhang) {
    Story story = stage.story();
    story.tell("the card may no longer use the bus, under load");
    flood(host);
    new CardRegisters(host).stopDma();
    story.expect("the router is out of reach", NOTICED_BOUND, () -> !host.reaches(ROUTER));
    Outcome doctor = unhang.run("doctor", "--boot", "0", "--all");
    stage.keep("doctor-dma-stop.txt", doctor);
    story.check(
        "doctor says that it may not use the bus", doctor.out().contains(DMA), doctor.transcript());
    story.check(
        "the cure is to rebind the driver, and no reset",
        doctor.out().contains("unbind and bind") && !doctor.out().contains("ethtool -r eno1"),
        doctor.transcript());
    host.must("ethtool", "-r", "eno1");
    story.pass("a reset is tried all the same", IN_VAIN);
    story.check("it does not cure", !host.reaches(ROUTER), "the router answers");
    bindAnew(host);
    story.expect("rebinding cures", CURED_BOUND, () -> host.reaches(ROUTER));
    Outcome after = unhang.run("doctor", "--boot", "0");
    stage.keep("doctor-bound-anew.txt", after);
    story.check("doctor no longer says so", !found(after).contains(DMA), after.transcript());
    stage.keep("dmesg.txt", host.run("dmesg"));
  }

  private static void flood(Guest host) {
    host.run("sh", "-c", "timeout 10 ping -f -s 1400 " + ROUTER + " >/dev/null 2>&1 & sleep 1");
  }

  /// What was found; what was ruled out is not.
  private static String found(Outcome doctor) {
    return String.join(
        "\n", doctor.out().lines().takeWhile(line -> !line.startsWith("Ruled out")).toList());
  }

  /// The interface is made anew, and its bridge has to be told.
  private static void bindAnew(Guest host) {
    String driver = "/sys/bus/pci/drivers/e1000e/";
    host.must("sh", "-c", "echo " + CardRegisters.SLOT + " > " + driver + "unbind");
    host.must("sh", "-c", "echo " + CardRegisters.SLOT + " > " + driver + "bind");
    host.must("sh", "-c", "udevadm settle; ip link set eno1 master vmbr0 up");
  }
}
