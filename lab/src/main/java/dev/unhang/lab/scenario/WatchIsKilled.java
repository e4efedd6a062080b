package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The watch is killed at twenty instants and more of what it does about a hang, and the power goes
/// at five. The watch that follows finishes what was begun, or rolls it back: the card sends, all
/// that it had is there, and no change is half done.
///
/// The instants are laid at what can be seen from outside, by the guest's `kill-at`: the evidence
/// is there, the ledger has one change more or two, it says how they ended; and some milliseconds
/// behind each of them.
final class WatchIsKilled implements Scenario {
  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final int KILLS_AT_LEAST = 20;
  private static final String KILL_AT = "/usr/lib/lab/kill-at";

  /// @param border as `kill-at` names it
  /// @param millis after it
  /// @param fault what the card has
  private record Instant(String border, long millis, Fault fault) {
    @Override
    public String toString() {
      return fault.name() + ", " + border + (millis == 0 ? "" : " + " + millis + " ms");
    }
  }

  private enum Fault {
    TX_STOP,
    DMA_STOP;

    void begins(CardRegisters card) {
      switch (this) {
        case TX_STOP -> card.stopTransmitUnit();
        case DMA_STOP -> card.stopDma();
      }
    }
  }

  @Override
  public String name() {
    return "watch-is-killed";
  }

  @Override
  public String promise() {
    return "a watch that is killed or loses its power at any instant of a cure is followed by one"
        + " that ends it";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    story.tell("The emulated erratum is off: the faults are made by hand");
    pve02.powerCycle("lab.erratum=off");
    new Watched(story, pve02.guest()).begins("all", "");
    String before = surroundings(pve02.guest());

    Set<String> met = new TreeSet<>();
    int killed = 0;
    for (Instant instant : ofKills()) {
      Guest host = afresh(story, pve02.guest());
      new StandsStill(story, host).hangs(instant.fault()::begins);
      boolean was = !host.run(BOUND, argv("KILL", instant)).out().contains("ended");
      killed += was ? 1 : 0;
      met.add(ChangesOnDisk.of(host).all() + "");
      settled(story, instant + "", host, before);
    }
    story.check(
        killed + " were killed, at least " + KILLS_AT_LEAST, killed >= KILLS_AT_LEAST, met + "");
    for (Instant instant : ofPowerCuts()) {
      Guest host = afresh(story, pve02.guest());
      new StandsStill(story, host).hangs(instant.fault()::begins);
      host.run(BOUND, argv("STOP", instant));
      pve02.cutPower();
      pve02.powerOn("lab.erratum=off");
      settled(story, "power cut, " + instant, pve02.guest(), before);
    }
    story.tell("met: " + String.join("; ", met));
    new Watched(story, pve02.guest()).keep(stage);
  }

  private static List<Instant> ofKills() {
    List<Instant> all = new ArrayList<>();
    for (long millis : new long[] {0, 100}) {
      all.add(new Instant("evidence", millis, Fault.TX_STOP));
    }
    for (long millis : new long[] {0, 20, 100, 400, 1500}) {
      all.add(new Instant("entered-1", millis, Fault.TX_STOP));
    }
    for (long millis : new long[] {0, 50, 200}) {
      all.add(new Instant("said-1", millis, Fault.TX_STOP));
    }
    for (long millis : new long[] {0, 20, 100}) {
      all.add(new Instant("entered-2", millis, Fault.TX_STOP));
    }
    all.add(new Instant("said-2", 0, Fault.TX_STOP));
    for (long millis : new long[] {0, 50, 200, 500, 1000, 2000, 4000}) {
      all.add(new Instant("entered-1", millis, Fault.DMA_STOP));
    }
    for (long millis : new long[] {0, 100}) {
      all.add(new Instant("said-1", millis, Fault.DMA_STOP));
    }
    return all;
  }

  private static List<Instant> ofPowerCuts() {
    return List.of(
        new Instant("evidence", 0, Fault.TX_STOP),
        new Instant("entered-1", 0, Fault.TX_STOP),
        new Instant("entered-1", 500, Fault.DMA_STOP),
        new Instant("said-1", 0, Fault.TX_STOP),
        new Instant("entered-2", 20, Fault.TX_STOP));
  }

  private static String[] argv(String signal, Instant instant) {
    return new String[] {KILL_AT, signal, instant.border(), String.valueOf(instant.millis())};
  }

  /// A host of which no watch knows anything: else the cooldown would end the play.
  private static Guest afresh(Story story, Guest host) {
    host.must("systemctl", "stop", "unhang-watch");
    host.must("sh", "-c", "rm -rf /var/lib/unhang/* /var/spool/lab-mail");
    host.must("ethtool", "-K", "eno1", "tso", "on");
    host.must("systemctl", "start", "--no-block", "unhang-watch");
    new Watched(story, host).isReady("a watch afresh is ready");
    return host;
  }

  private static void settled(Story story, String when, Guest host, String before) {
    story.expect(when + ": the router answers", BOUND, () -> host.reaches(StandsStill.ROUTER));
    story.expect(
        when + ": no change is half done",
        BOUND,
        () ->
            ChangesOnDisk.of(host).in(ChangesOnDisk.BEGUN).isEmpty()
                && ChangesOnDisk.of(host).in(ChangesOnDisk.UNDOING).isEmpty());
    story.expect(
        when + ": all that it had is there", BOUND, () -> surroundings(host).equals(before));
  }

  /// Without indexes, which an interface that is made anew can't keep, and without addresses of
  /// IPv6, which the lab's guests get from hardware addresses that each boot draws anew.
  private static String surroundings(Guest host) {
    return host.must("sh", "-c", "bridge link show | sed 's/^[0-9]*: //; s/@[^:]*:/:/' | sort")
        + host.must("sh", "-c", "ip -4 -brief address show | grep -v '^lo' | sort")
        + host.must("ip", "route", "show");
  }
}
