package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A fix and its undo are killed at twenty instants and more, and the power goes at five. Whatever
/// the instant, the file is the old one or the new one, the ledger says what may be half done, and
/// undo brings back the very state of before.
///
/// The instants are laid at what can be seen from outside, by the guest's `signal-at`: a change
/// more in the ledger, the new file beside the old one, the file replaced, the last line of the
/// ledger; and some milliseconds behind each of them. The few that lie before the first are parts
/// of the time that an undisturbed fix took. For the power cut the process is stopped there and
/// QEMU ended: what the guest had not synced is lost. What it had synced QEMU's host keeps: a disk
/// that lies about its cache is not played.
final class CrashInMidChangeIsUndone implements Scenario {
  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final int KILLED = 128 + 9;
  private static final int REFUSED = 4;
  private static final int TRIES = 4;
  private static final int KILLS_AT_LEAST = 20;
  private static final String SIGNAL_AT = "/usr/lib/lab/signal-at";
  private static final String[] FIX = {"unhang", "fix", "eno1", "--yes"};
  private static final String[] UNDO = {"unhang", "undo", "--yes"};

  /// An instant of a change.
  ///
  /// @param border as `signal-at` names it
  /// @param millis after it
  private record Instant(String border, long millis) {
    @Override
    public String toString() {
      return border + (millis == 0 ? "" : " + " + millis + " ms");
    }
  }

  @Override
  public String name() {
    return "crash-in-mid-change-is-undone";
  }

  @Override
  public String promise() {
    return "killed or without power at any instant of a change, the host is as it was after undo";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    Guest host = pve02.guest();
    SameState before = SameState.of(host);
    Duration from = story.elapsed();
    new Unhang(story, host).exits(0, "fix", "eno1", "--yes");
    Duration whole = story.elapsed().minus(from);
    Crash crash = new Crash(story, before, SameState.of(host));
    new Unhang(story, host).exits(0, "undo", "--yes");
    before.check(story, "undone once", host);

    Set<String> met = new TreeSet<>();
    int killed = 0;
    for (Instant instant : ofFix(whole)) {
      killed += killed(host, instant, FIX) ? 1 : 0;
      met.add(crash.isToldAndUndone("fix killed, " + instant, host));
    }
    for (Instant instant : ofUndo()) {
      new Unhang(story, host).exits(0, "fix", "eno1", "--yes");
      killed += killed(host, instant, UNDO) ? 1 : 0;
      met.add(crash.isToldAndUndone("undo killed, " + instant, host));
    }
    story.check(
        killed + " were killed before their end, at least " + KILLS_AT_LEAST,
        killed >= KILLS_AT_LEAST,
        met + "");
    story.tell("met: " + String.join("; ", met));
    for (Instant instant : ofPowerCuts()) {
      pve02.guest().run(BOUND, argv("STOP", instant, FIX));
      pve02.cutPower();
      pve02.powerOn();
      crash.isToldAndUndone("power cut, " + instant, pve02.guest());
    }
    crash.nothingIsLeft("after all of it", pve02.guest(), "/etc", "/var/lib/unhang");
    listed(stage, pve02.guest());
  }

  private static List<Instant> ofFix(Duration whole) {
    List<Instant> instants = new ArrayList<>();
    for (int part = 1; part <= 3; part++) {
      instants.add(new Instant("start", whole.toMillis() * part / 4));
    }
    for (long millis : new long[] {0, 10, 20, 40, 80, 160, 320, 640}) {
      instants.add(new Instant("entered", millis));
    }
    for (long millis : new long[] {0, 5, 10}) {
      instants.add(new Instant("beside", millis));
    }
    for (long millis : new long[] {0, 10, 20, 40}) {
      instants.add(new Instant("replaced", millis));
    }
    instants.add(new Instant("said", 0));
    return instants;
  }

  private static List<Instant> ofUndo() {
    return List.of(
        new Instant("beside", 0),
        new Instant("beside", 5),
        new Instant("replaced", 0),
        new Instant("replaced", 40),
        new Instant("said", 0));
  }

  private static List<Instant> ofPowerCuts() {
    return List.of(
        new Instant("entered", 0),
        new Instant("entered", 80),
        new Instant("beside", 0),
        new Instant("replaced", 0),
        new Instant("said", 0));
  }

  /// Whether it was killed; it may have ended just before. One that refused to begin is started
  /// again: see [Unhang#run].
  private static boolean killed(Guest host, Instant instant, String... command) {
    int exit = host.run(BOUND, argv("KILL", instant, command)).exit();
    for (int again = 1; again < TRIES && exit == REFUSED; again++) {
      exit = host.run(BOUND, argv("KILL", instant, command)).exit();
    }
    return exit == KILLED;
  }

  private static String[] argv(String signal, Instant instant, String... command) {
    List<String> argv = new ArrayList<>();
    argv.addAll(List.of(SIGNAL_AT, signal, instant.border(), String.valueOf(instant.millis())));
    argv.addAll(List.of(command));
    return argv.toArray(String[]::new);
  }

  private static void listed(Stage stage, Guest host) {
    Outcome history = new Unhang(stage.story(), host).exits(0, "history");
    stage.keep("history.txt", history);
    stage
        .story()
        .check(
            "history lists every one of them that was entered",
            ChangesOnDisk.of(host).all().stream()
                .allMatch(change ->
                    history.out().lines().anyMatch(line -> line.startsWith(change.number() + " "))),
            history.transcript());
  }
}
