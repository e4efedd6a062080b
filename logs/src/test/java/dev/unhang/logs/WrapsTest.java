package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/// One report, of the incident, in every stamp within every wrap: the facts are the same but for
/// the stamps.
class WrapsTest {
  /// A way a line may be changed.
  ///
  /// @param name for the failure's text
  /// @param line what becomes of each line
  record Wrap(String name, UnaryOperator<String> line) {
    static Wrap before(String prefix) {
      return new Wrap(prefix, line -> prefix + line);
    }

    Wrap within(Wrap outer) {
      return new Wrap(outer.name + "|" + name, line -> outer.line.apply(this.line.apply(line)));
    }
  }

  private static final List<Wrap> STAMPS =
      List.of(
          Wrap.before("May 25 15:23:30 pve-02 kernel: "),
          Wrap.before("May 25 15:23:30.123456 pve-02 kernel: "),
          Wrap.before("May 25 15:23:30 2025 pve-02 kernel: "),
          Wrap.before("Mai 25 15:23:30 pve-02 kernel: "),
          Wrap.before("May 25 15:23:30 router kern.err kernel: "),
          Wrap.before("2025-05-25T15:23:30+0200 pve-02 kernel: "),
          Wrap.before("2025-05-25T15:23:30.123456+02:00 pve-02 kernel: "),
          Wrap.before("2025-05-25T13:23:30,123456+00:00 "),
          Wrap.before("Sun 2025-05-25 15:23:30 CEST pve-02 kernel: "),
          Wrap.before("1748186610.123456 pve-02 kernel: "),
          Wrap.before("<3>1 2025-05-25T15:23:30.123456+02:00 pve-02 kernel - - - "),
          Wrap.before("Sun May 25 15:23:30 2025 kern.err kernel: "),
          Wrap.before("@40000000683319dc075bca00 "),
          Wrap.before("kern:     err: [2025-05-25T13:23:30.123456Z]: "),
          Wrap.before("[   19.348376] "),
          Wrap.before("[   19.348376][  T123] "),
          Wrap.before("[   19.348376] [    C4] "),
          Wrap.before("[   19.348376] pve-02 kernel: "),
          Wrap.before("[   19.348376 <    0.000000>] "),
          Wrap.before("[Sun May 25 15:23:30 2025] "),
          Wrap.before("[So Mai 25 15:23:30 2025] "),
          Wrap.before("[\u65e5 5\u6708 25 15:23:30 2025] "),
          Wrap.before("[  +0.000006] "),
          Wrap.before("[  +0,000006] "),
          Wrap.before("[   19.348376][ 2] "),
          Wrap.before("2025-05-25T13:23:30,123456+00:00 [   T77] "),
          Wrap.before("<3>[   19.348376] "),
          Wrap.before("kern  :err   : [   19.348376] "),
          Wrap.before("kern  :err   : [Sun May 25 15:23:30 2025] "),
          Wrap.before("2025-05-25T13:23:30.123Z cpu5:65931)<3>"));

  /// Stamps that a second one really stands behind.
  private static final List<Wrap> OUTER_STAMPS =
      List.of(
          Wrap.before("May 25 15:23:30 pve-02 kernel: "),
          Wrap.before("2025-05-25T15:23:30.123456+02:00 pve-02 kernel: "),
          Wrap.before("<3>1 2025-05-25T15:23:30.123456+02:00 pve-02 kernel - - - "),
          Wrap.before("Sun May 25 15:23:30 2025 kern.err kernel: "),
          Wrap.before("May 25 15:23:30 192.0.2.1 "),
          Wrap.before("@40000000683319dc075bca00 "));

  private static final List<Wrap> WRAPS =
      List.of(
          Wrap.before(""),
          Wrap.before("> "),
          Wrap.before(">> > "),
          Wrap.before("    "),
          Wrap.before("\t"),
          Wrap.before("# "),
          Wrap.before("- "),
          Wrap.before("kern.log.1:"),
          Wrap.before("kern.log-"),
          Wrap.before("36:"),
          Wrap.before("/var/log/kern.log:36:"),
          Wrap.before("> > kern.log:36:"),
          new Wrap("no-break spaces", line -> line.replace(' ', '\u00a0')),
          new Wrap("runs of no-break spaces", line -> line.replace("  ", "\u00a0 ")),
          new Wrap("CRLF", line -> line + "\r"),
          new Wrap("trailing blanks", line -> line + "      "),
          new Wrap("colour", line -> "\u001b[32m" + line + "\u001b[0m"),
          new Wrap("entities", line -> line.replace("<", "&lt;").replace(">", "&gt;")),
          new Wrap("paragraphs", line -> "<p class=x>" + line.replace("<", "&lt;") + "</p>"));

  /// What is left of the facts without what a stamp or the layers around it say.
  private static String unstamped(LogFacts facts) {
    List<String> told = new ArrayList<>();
    for (Episode episode : facts.episodes()) {
      told.add(
          String.join(
              " / ",
              String.valueOf(episode.dumps()),
              episode.nic().toString(),
              episode.dump().asPrinted().toString(),
              episode.ring().toString(),
              episode.firstText(),
              episode.outcome().toString(),
              episode.first().isKnown() ? "at a time" : "at no time"));
    }
    return told + " " + facts.counts() + " " + facts.troubles();
  }

  /// As the incident's host would have gone on: a reset, and the link.
  private static String log(Wrap wrap) {
    List<String> lines = new ArrayList<>(DumpText.of(DumpText.NIC).lines());
    lines.add(0, "usb 1-1: new high-speed USB device number 2 using xhci_hcd");
    lines.add(DumpText.NIC + ": Reset adapter unexpectedly");
    lines.add(DumpText.NIC + ": NIC Link is Up 1000 Mbps Full Duplex, Flow Control: Rx/Tx");
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(wrap.line().apply(line)).append('\n'));
    return text.toString();
  }

  private static List<Wrap> combinations() {
    List<Wrap> stamps = new ArrayList<>(STAMPS);
    for (Wrap outer : OUTER_STAMPS) {
      stamps.add(Wrap.before("[   19.348376] ").within(outer));
      stamps.add(Wrap.before("<3>[   19.348376] ").within(outer));
    }
    List<Wrap> all = new ArrayList<>();
    for (Wrap wrap : WRAPS) {
      for (Wrap stamp : stamps) {
        all.add(stamp.within(wrap));
      }
    }
    return all;
  }

  @Test
  void everyStampInEveryWrapTellsTheSame() {
    String told = unstamped(ReadLogs.facts(log(STAMPS.getFirst())));
    assertThat(told)
        .startsWith("[1 / ")
        .contains("0000:00:19.0", "eno1", "PCI Status=10", "RESET_BY_DRIVER", "at a time")
        .endsWith(" []");
    List<String> differ = new ArrayList<>();
    for (Wrap wrap : combinations()) {
      String other = unstamped(ReadLogs.facts(log(wrap)));
      if (!other.equals(told)) {
        differ.add(wrap.name() + ": " + other);
      }
    }
    assertThat(differ).as("expected: " + told).isEmpty();
  }

  /// The comparison sees what it is there to see.
  @Test
  void anUnknownWrapTellsSomethingElse() {
    String told = unstamped(ReadLogs.facts(log(STAMPS.getFirst())));
    for (String unknown : List.of("%%% [   19.348376] ", "May 25 15:23:30 pve-02 someone: ")) {
      assertThat(unstamped(ReadLogs.facts(log(Wrap.before(unknown))))).isNotEqualTo(told);
    }
  }

  /// On a serial console the kernel prints where the cursor stands.
  @Test
  void whatStoodOnTheConsolesLineIsTakenOff() {
    String told = unstamped(ReadLogs.facts(log(Wrap.before("[   19.348376] "))));
    List<String> glued =
        List.of(
            "/ # ",
            "pve login: ",
            "pve login: ro",
            "[  OK  ] Started Foo.",
            "[FAILED] Failed to start Foo.",
            "Starting service ...",
            "Starting service ... ",
            "root@host:/# /etc/init",
            "root@host:~# ");
    for (String before : glued) {
      String log =
          log(Wrap.before("[   19.348376] "))
              .replaceFirst("(?m)^(?=.*Detected)", Matcher.quoteReplacement(before));
      assertThat(unstamped(ReadLogs.facts(log))).as(before).isEqualTo(told);
    }
    String prose =
        log(Wrap.before("[   19.348376] ")).replaceFirst("(?m)^(?=.*Detected)", "the log says \"");
    assertThat(unstamped(ReadLogs.facts(prose))).isNotEqualTo(told);
  }
}
