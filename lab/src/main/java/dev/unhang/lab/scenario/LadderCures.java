package dev.unhang.lab.scenario;

import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A card that stands still under load, and `unhang recover`: what both scenarios of the ladder
/// share.
final class LadderCures {
  private static final Pattern TOOK =
      Pattern.compile("it sends, (\\d{1,4}\\.\\d) s after the first step");

  private final Stage stage;
  private final Machine machine;

  LadderCures(Stage stage) {
    this.stage = stage;
    this.machine = stage.machineWithUnhang("pve-02");
  }

  /// Breaks the card, recovers it, and looks that nothing else has changed.
  ///
  /// @param fault breaks it
  /// @param cure the command that mends it, as it is shown
  /// @param atMostSeconds from the ledger's entry of the first step to the first answered probe
  void play(Consumer<CardRegisters> fault, String cure, double atMostSeconds) {
    Story story = stage.story();
    story.tell("The emulated erratum is off: the fault is made by hand");
    machine.powerCycle("lab.erratum=off");
    Guest host = machine.guest();
    Unhang unhang = new Unhang(story, host);
    own(host);
    String before = surroundings(host);

    Outcome recovered = new StandsStill(story, host).recovered(fault);
    stage.keep("recover.txt", recovered);
    story.check(
        "this has cured it: " + cure,
        recovered.out().contains("$ " + cure),
        recovered.transcript());
    Matcher took = TOOK.matcher(recovered.out());
    story.check("it says how long it took", took.find(), recovered.transcript());
    story.check(
        "from the ledger's entry to an answer: " + took.group(1) + " s, at most " + atMostSeconds,
        Double.parseDouble(took.group(1)) <= atMostSeconds,
        recovered.transcript());
    story.check("the host reaches the router", host.reaches(StandsStill.ROUTER), "");
    story.expect(
        "so does the guest",
        StandsStill.BOUND,
        () -> host.inside("nas").reaches(StandsStill.ROUTER));
    String after = surroundings(host);
    story.check(
        "ports, VLANs, addresses and features are as they were",
        after.equals(before),
        before + "\n---\n" + after);
    story.check(
        "the ledger has it",
        unhang.exits(0, "history").out().contains("recover eno1"),
        recovered.transcript());
    story.check(
        "a second recovery has nothing to do",
        unhang.exits(0, "recover", "eno1", "--yes").out().contains("Nothing to recover"),
        "");
  }

  /// What a driver that is rebound would forget.
  private static void own(Guest host) {
    host.must("ip", "link", "set", "vmbr0", "type", "bridge", "vlan_filtering", "1");
    host.must("bridge", "vlan", "add", "dev", "eno1", "vid", "2-94");
    host.must("ethtool", "-K", "eno1", "tso", "off");
  }

  private static String surroundings(Guest host) {
    return host.must("bridge", "-compressvlans", "vlan", "show", "dev", "eno1")
        + host.must("bridge", "-compressvlans", "vlan", "show", "dev", "fwpr100p0")
        // Without indexes, which an interface that is made anew can't keep.
        + host.must("sh", "-c", "bridge link show | sed 's/^[0-9]*: //; s/@[^:]*:/:/' | sort")
        + host.must("sh", "-c", "ip -brief address show | grep -v '^lo' | sort")
        + host.must("ip", "route", "show")
        + host.must("ethtool", "-k", "eno1")
        + host.must("ethtool", "--show-ring", "eno1");
  }
}
