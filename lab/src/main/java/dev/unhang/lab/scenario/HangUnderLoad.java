package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.KernelLog;
import dev.unhang.lab.load.Load;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The incident: a guest saturates the card, the card hangs, guest and hypervisor go dark together,
/// the kernel reports the hang again and again and does nothing about it, and the next boot can
/// read all that in the journal.
///
/// Only the trigger is emulated (`guest/root/usr/lib/lab/erratum`); the driver, the kernel and its
/// reports are real.
final class HangUnderLoad implements Scenario {

  private static final Duration LOAD = Duration.ofSeconds(12);
  private static final int REPORTS = 4;

  /// An 82574 is reported every 4 s.
  private static final Duration REPORTS_BOUND = Duration.ofSeconds(40);

  private static final String ROUTER = "10.0.2.2";

  @Override
  public String name() {
    return "hang-under-load";
  }

  @Override
  public String promise() {
    return "load through the bridge hangs the real e1000e driver for good, and the next boot can"
        + " read it";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machine("pve-02");
    Guest host = pve02.guest();
    Guest nas = host.inside("nas");
    stage.keep("ethtool-k-before.txt", host.run("ethtool", "-k", "eno1"));
    story.check("pve-02 reaches its router", host.reaches(ROUTER), "no answer");
    story.check("so does nas", nas.reaches(ROUTER), "no answer");

    story.tell("nas sends as fast as it can for " + LOAD.toSeconds() + " s");
    new Load(host, nas, "eno1", LOAD).send();
    story.expect(
        "the kernel reports the hang at least " + REPORTS + " times",
        REPORTS_BOUND,
        () -> host.kernelLog().hangs() >= REPORTS);

    KernelLog log = host.kernelLog();
    story.check("in each report TDH is not TDT", log.workWaitsInEachReport(), log.story());
    story.check("nothing resets the card", log.linesWith("Reset adapter").isEmpty(), log.story());
    story.check("pve-02 is dark", !host.reaches(ROUTER), "it still reaches its router");
    story.check("so is nas", !nas.reaches(ROUTER), "it still reaches the router");
    transmitStandsStillWhileReceiveGrows(story, host);
    keepWhatWasSeen(stage, host);

    int reported = host.kernelLog().hangs();
    pve02.powerCycle();
    Guest after = pve02.guest();
    KernelLog before =
        new KernelLog(after.must("journalctl", "--dmesg", "--boot", "-1", "--no-pager"));
    story.check(
        "the next boot reads all reports in the journal",
        before.hangs() >= reported,
        before.hangs() + " of " + reported);
    keepJournal(stage, after, "journal-boot-1", "--boot", "-1");
  }

  private static void transmitStandsStillWhileReceiveGrows(Story story, Guest host) {
    long sent = counter(host, "tx_packets");
    long received = counter(host, "rx_packets");
    story.pass("looking at the card's counters again after a while", Duration.ofSeconds(5));
    long sentLater = counter(host, "tx_packets");
    long receivedLater = counter(host, "rx_packets");
    story.check("tx_packets stands still", sentLater == sent, sent + " then " + sentLater);
    story.check("rx_packets grows", receivedLater > received, received + " then " + receivedLater);
  }

  private static long counter(Guest host, String name) {
    return Long.parseLong(host.must("cat", "/sys/class/net/eno1/statistics/" + name).strip());
  }

  private static void keepWhatWasSeen(Stage stage, Guest host) {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("dmesg.txt", List.of("dmesg"));
    commands.put("ethtool-k.txt", List.of("ethtool", "-k", "eno1"));
    commands.put("ethtool-i.txt", List.of("ethtool", "-i", "eno1"));
    commands.put("ethtool-g.txt", List.of("ethtool", "-g", "eno1"));
    commands.put("ethtool-S-hung.txt", List.of("ethtool", "-S", "eno1"));
    commands.put("ethtool-d-hung.txt", List.of("ethtool", "-d", "eno1"));
    commands.put("lspci.txt", List.of("lspci", "-nn"));
    commands.forEach((file, argv) -> stage.keep(file, host.run(argv.toArray(String[]::new))));
    keepJournal(stage, host, "journal", "--boot", "0");
  }

  private static void keepJournal(Stage stage, Guest host, String name, String... which) {
    for (String format : List.of("short", "json", "export")) {
      List<String> argv =
          List.of("journalctl", "--dmesg", "--no-pager", "-o", format, which[0], which[1]);
      stage.keep(name + "-" + format + ".txt", host.run(argv.toArray(String[]::new)));
    }
  }
}
