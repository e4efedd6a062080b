package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.Hertz;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.RingUse;
import dev.unhang.model.log.StuckFor;
import dev.unhang.model.log.StuckFor.HzFrom;
import dev.unhang.testing.DumpText;
import dev.unhang.testing.Fixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HangReaderTest {
  private static final String OTHER = "e1000e 0000:02:00.0 eno2";

  private static Episode only(LogFacts facts) {
    assertThat(facts.episodes()).hasSize(1);
    return facts.episodes().getFirst();
  }

  @Test
  void theIncidentIsOneReportOfOneEpisode() {
    LogFacts facts = ReadLogs.facts(Fixtures.report("e1000e-pve-02-incident/kernel.log"));
    Episode episode = only(facts);
    assertThat(episode.dumps()).isEqualTo(1);
    assertThat(episode.nic().driver()).contains("e1000e");
    assertThat(episode.nic().pci()).contains(new PciAddress("0000:00:19.0"));
    assertThat(episode.nic().interfaceName()).contains("eno1");
    assertThat(episode.dump().asPrinted())
        .hasToString(
            "{TDH=61, TDT=90, next_to_use=90, next_to_clean=60, time_stamp=1000936a9,"
                + " next_to_watch=61, jiffies=1000ca540, next_to_watch.status=0,"
                + " MAC Status=80083, PHY Status=796d, PHY 1000BASE-T Status=3800,"
                + " PHY Extended Status=3000, PCI Status=10}");
    assertThat(episode.ring()).contains(new RingUse(256, RingUse.SizeFrom.ASSUMED, 48, 47));
    assertThat(episode.firstIsAt()).as("it was under way before").isFalse();
    assertThat(episode.outcome()).isEqualTo(Outcome.ENDED_BY_SHUTDOWN);
    assertThat(episode.outcomePlace()).contains(new Place.Line(new Origin("kernel.log"), 19));
    assertThat(facts.dialect()).containsExactly("syslog");
    assertThat(facts.troubles()).isEmpty();
  }

  @Test
  void theIncidentsTickRateIsNotKnown() {
    Episode episode = only(ReadLogs.facts(Fixtures.report("e1000e-pve-02-incident/kernel.log")));
    StuckFor stuck = episode.stuck().orElseThrow();
    assertThat(stuck.ticks().count()).isEqualTo(224_919);
    assertThat(stuck.hz()).isEmpty();
    assertThat(stuck.hzFrom()).isEqualTo(HzFrom.UNKNOWN);
    assertThat(stuck.time()).isEmpty();
    assertThat(stuck.ticks().at(new Hertz(250))).isEqualTo(Duration.ofMillis(899_676));
    assertThat(stuck.ticks().at(new Hertz(1000))).isEqualTo(Duration.ofMillis(224_919));
    assertThat(stuck.atLeast()).isEqualTo(Duration.ofMillis(224_919));
  }

  @Test
  void theLabsFirstHangTellsItsTickRate() {
    Episode episode =
        only(ReadLogs.facts(Fixtures.report("e1000e-82574-lab-first-hang/kernel.log")));
    StuckFor stuck = episode.stuck().orElseThrow();
    assertThat(stuck.hz()).contains(new Hertz(250));
    assertThat(stuck.hzFrom()).isEqualTo(HzFrom.PRINTK_TIME);
    assertThat(stuck.time()).contains(Duration.ofMillis(4288));
    assertThat(episode.firstIsAt()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[   19.348376] ",
        "May 25 15:23:30 pve-02 kernel: ",
        "May 25 15:23:30 pve-02 kernel: [   19.348376] ",
        "2025-05-25T15:23:30+0200 pve-02 kernel: ",
        "kern  :err   : [   19.348376] ",
        "<3>[   19.348376] ",
        "<3>",
        "> > [   19.348376] ",
        "[Sun May 25 15:23:30 2025] ",
        "[  +0.000006] ",
        "[xxxxxx] ",
        "kernel: ",
        ""
      })
  void aReportIsTheSameBehindEveryStamp(String stamp) {
    DumpText dump = DumpText.of(DumpText.NIC);
    for (String text : List.of(dump.stamped(stamp), dump.journal(stamp))) {
      Episode episode = only(ReadLogs.facts(text));
      assertThat(episode.dumps()).as(text).isEqualTo(1);
      assertThat(episode.dump().asPrinted()).as(text).hasSize(13);
      assertThat(episode.firstText())
          .isEqualTo("e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:");
    }
  }

  /// rsyslog, forums and people flatten, indent and strip.
  @Test
  void aReportSurvivesWhatPeopleDoToIt() {
    DumpText dump = DumpText.of(DumpText.NIC);
    String stamp = "May 25 15:23:30 pve-02 kernel: ";
    List<String> texts =
        List.of(
            stamp + dump.message().replace("\n", "#012") + "\n",
            stamp + dump.message().replace("\n", "#012[   19.348376] ") + "\n",
            stamp + dump.message().replace("\n", " ").replaceAll(" +", " ") + "\n",
            dump.stamped("    ").replaceAll("(?m) +<", " <"),
            dump.stamped(stamp).replace("\n", "\r\n"),
            dump.stamped(stamp).replace("\n", "   \n"),
            dump.stamped("# " + stamp),
            dump.journal(stamp).replace("\n", "\n\n"),
            dump.stamped("<p class=x>" + stamp).replace("\n", "</p>\n"),
            dump.stamped(stamp).replace("<", "&lt;").replace(">", "&gt;"),
            dump.stamped(stamp).replaceAll("(?m) <", "&nbsp;<"),
            dump.stamped("kern.log:7:" + stamp),
            dump.stamped(stamp).replaceAll("<(..+)>", "<$1>   # so much"),
            dump.stamped(stamp).replace("796d", "796D"));
    for (String text : texts) {
      Episode episode = only(ReadLogs.facts(text));
      assertThat(episode.dumps()).as(text).isEqualTo(1);
      assertThat(episode.dump().asPrinted())
          .as(text)
          .hasSize(13)
          .containsEntry("TDH", "61")
          .containsEntry("PHY Status", "796d")
          .containsEntry("PCI Status", "10");
    }
  }

  @Test
  void aKmsgRecordIsOneReport() {
    String record =
        "3,350,19348376,-;"
            + DumpText.of(DumpText.NIC).message().replace("\n", "\\x0a")
            + "\n"
            + " SUBSYSTEM=pci\n DEVICE=+pci:0000:00:19.0\n";
    LogFacts facts = ReadLogs.facts("6,349,19000000,-;usb 1-1: new device\n" + record + record);
    Episode episode = only(facts);
    assertThat(episode.dumps()).isEqualTo(2);
    assertThat(episode.dump().asPrinted()).hasSize(13);
    assertThat(episode.first().uptime()).map(Object::toString).contains("19.348376");
  }

  /// A line cut off by the end of a screen, a full disk, a careless paste.
  @Test
  void whatIsLeftOfACutReportCountsOnce() {
    for (String stamp : List.of("[   19.348376] ", "May 25 15:23:30 pve-02 kernel: ", "")) {
      DumpText dump = DumpText.of(DumpText.NIC);
      for (String text : List.of(dump.stamped(stamp), dump.journal(stamp))) {
        String[] lines = text.split("(?<=\n)");
        for (int cut = 0; cut <= lines.length; cut++) {
          prefix(lines, cut);
          suffix(lines, cut);
        }
      }
    }
  }

  private static void prefix(String[] lines, int cut) {
    String text = String.join("", List.of(lines).subList(0, cut));
    LogFacts facts = ReadLogs.facts(text);
    assertThat(ReadLogs.dumps(facts)).as(text).isEqualTo(cut == 0 ? 0 : 1);
    if (cut > 0) {
      assertThat(only(facts).dump().asPrinted()).as(text).hasSize(fields(text));
    }
  }

  private static void suffix(String[] lines, int cut) {
    String text = String.join("", List.of(lines).subList(cut, lines.length));
    LogFacts facts = ReadLogs.facts(text);
    assertThat(ReadLogs.dumps(facts)).as(text).isEqualTo(fields(text) == 0 ? 0 : 1);
    if (fields(text) > 0) {
      assertThat(only(facts).dump().asPrinted()).as(text).hasSize(fields(text));
    }
  }

  private static int fields(String text) {
    return (int) text.lines().filter(line -> line.endsWith(">")).count();
  }

  private static String interleaved(List<String> one, List<String> other, int block) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(one.size(), other.size()); i += block) {
      lines.addAll(one.subList(Math.min(i, one.size()), Math.min(i + block, one.size())));
      lines.addAll(other.subList(Math.min(i, other.size()), Math.min(i + block, other.size())));
    }
    return String.join("\n", lines) + "\n";
  }

  @Test
  void reportsOfTwoNicsMayBeInterleaved() {
    DumpText one = DumpText.of(DumpText.NIC);
    DumpText other =
        DumpText.of(OTHER).set("TDH", "5").set("PHY Status", "7949").set("PCI Status", "4010");
    for (String first : List.of("", "[   19.348376] ", "[   19.348376] ")) {
      String second = first.isEmpty() ? "" : "[   19.348377] ";
      for (int block : new int[] {1, 2, 3, 5, 7, 15}) {
        String text =
            interleaved(
                one.stamped(first).lines().toList(), other.stamped(second).lines().toList(), block);
        LogFacts facts = ReadLogs.facts(text);
        assertThat(facts.episodes()).as(text).hasSize(2);
        assertThat(facts.episodes()).allMatch(episode -> episode.dumps() == 1);
        for (Episode episode : facts.episodes()) {
          boolean isOther = episode.nic().interfaceName().orElse("").equals("eno2");
          assertThat(episode.dump().asPrinted())
              .as(text)
              .hasSize(13)
              .containsEntry("TDH", isOther ? "5" : "61")
              .containsEntry("PHY Status", isOther ? "7949" : "796d")
              .containsEntry("PCI Status", isOther ? "4010" : "10");
        }
      }
    }
  }

  @Test
  void aMessageOfAnotherNicDoesNotCutAReport() {
    List<String> lines = DumpText.of(DumpText.NIC).stamped("[   19.348376] ").lines().toList();
    for (String between :
        List.of(
            "[   19.348376] igb 0000:03:00.0 eno3: igb: eno3 NIC Link is Up 1000 Mbps Full Duplex",
            "[   19.348376] usb 1-1: new high-speed USB device",
            "[   19.348376] eth1: link down")) {
      String text =
          String.join("\n", lines.subList(0, 6))
              + "\n"
              + between
              + "\n"
              + String.join("\n", lines.subList(6, lines.size()))
              + "\n";
      Episode episode = only(ReadLogs.facts(text));
      assertThat(episode.dumps()).as(text).isEqualTo(1);
      assertThat(episode.dump().asPrinted()).as(text).hasSize(13);
    }
  }

  @Test
  void aStackTraceAfterACutReportBelongsToNoReport() {
    String text =
        "[   19.348376] e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\n"
            + "[   19.348376]   TDH                  <61>\n"
            + "[   19.4] [<ffffffff816a3d91>] dev_watchdog+0x221/0x230\n".repeat(60)
            + "[   25.000000] PCI Status             <10>\n";
    LogFacts facts = ReadLogs.facts(text);
    assertThat(ReadLogs.dumps(facts)).isEqualTo(2);
    assertThat(facts.episodes().getFirst().dump().asPrinted()).containsOnlyKeys("TDH");
  }

  /// igb names the address alone; the interface stands in other lines of the boot.
  @Test
  void theNameALineLeavesOutIsTakenFromTheSameBootsLog() {
    String header = "[   19.3] igb 0000:09:00.1: Detected Tx Unit Hang\n[   19.3]   TDH <0>\n";
    String up = "[   15.0] igb 0000:09:00.1 enp9s0f1: igb: enp9s0f1 NIC Link is Up 1000 Mbps\n";
    for (String text : List.of(up + header, header + up.replace("15.0", "20.0"))) {
      assertThat(only(ReadLogs.facts(text)).nic().interfaceName()).contains("enp9s0f1");
    }
    String otherBoot = header + "[    0.0] Linux version 6.1\n" + up;
    assertThat(only(ReadLogs.facts(otherBoot)).nic().interfaceName()).isEmpty();
    assertThat(only(ReadLogs.facts(header)).nic().interfaceName()).isEmpty();
  }

  @Test
  void aLineBrokenBehindItsStampIsReadAsOne() {
    String text =
        "May 25 15:23:30 pve-02 kernel: [   19.348376] \n"
            + "NETDEV WATCHDOG: eno1 (e1000e): transmit queue 0 timed out\n"
            + "May 25 15:23:30 pve-02 kernel: [   19.348377] \n"
            + "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\n"
            + "  TDH                  <61>\n";
    LogFacts facts = ReadLogs.facts(text);
    assertThat(facts.counts().watchdogTimeouts()).isEqualTo(1);
    assertThat(only(facts).dump().asPrinted()).containsEntry("TDH", "61");
  }

  /// Wherever the line was broken: the words are found, and counted once.
  @Test
  void aLineBrokenByAMailProgramIsReadAsOne() {
    String stamp = "May 25 15:23:30 pve-02 kernel: [   19.348376] ";
    String header = DumpText.NIC + ": Detected Hardware Unit Hang:";
    for (int blank = header.indexOf(' '); blank > 0; blank = header.indexOf(' ', blank + 1)) {
      String text =
          DumpText.of(DumpText.NIC)
              .journal(stamp)
              .replace(header, header.substring(0, blank) + "\n" + header.substring(blank + 1));
      LogFacts facts = ReadLogs.facts(text);
      assertThat(only(facts).dumps()).as(text).isEqualTo(1);
      assertThat(only(facts).dump().asPrinted()).as(text).hasSize(13);
      assertThat(only(facts).nic().interfaceName()).as(text).contains("eno1");
      assertThat(facts.troubles()).as(text).isEmpty();
    }
    String up = DumpText.NIC + ": NIC Link is Up 1000 Mbps Full Duplex, Flow Control: Rx/Tx";
    for (int blank = up.indexOf(' '); blank > 0; blank = up.indexOf(' ', blank + 1)) {
      String text = stamp + up.substring(0, blank) + "\n" + up.substring(blank + 1) + "\n";
      assertThat(ReadLogs.facts(text).counts().linkUp()).as(text).isEqualTo(1);
    }
  }

  @Test
  void aNulRunDoesNotHideTheLineBehindIt() {
    String nuls = "\0".repeat(500);
    String text =
        "[   10.000000] usb 1-1: new device\n".repeat(100)
            + nuls
            + DumpText.of(DumpText.NIC).stamped("[   19.348376] ");
    Episode episode = only(ReadLogs.facts(text));
    assertThat(episode.dump().asPrinted()).hasSize(13);
    assertThat(episode.nic().interfaceName()).contains("eno1");
  }

  /// A saved screen of doctor's quotes the report's first line, set in by sixteen.
  @Test
  void aLineThatDoctorQuotesIsNoReport() {
    String quote = DumpText.NIC + ": Detected Hardware Unit Hang:\n";
    String screen =
        "certain       the transmit unit stopped once, 2 reports\n"
            + "              kern.log:1: the driver says so\n"
            + " ".repeat(16)
            + quote
            + "Next          unhang fix eno1\n";
    assertThat(ReadLogs.facts(screen).episodes()).isEmpty();
    assertThat(ReadLogs.facts(screen).troubles()).hasSize(1);
    assertThat(ReadLogs.facts(" ".repeat(8) + quote).episodes()).hasSize(1);
    assertThat(ReadLogs.facts(" ".repeat(16) + quote + " ".repeat(18) + "TDH  <61>\n").episodes())
        .hasSize(1);
  }
}
