package dev.unhang.logs.peel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real pastes combine layers in any order: each alone, then every two together.
class PeelersTest {
  private static final String MESSAGE = "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:";

  /// A layer, in front of the message; what it is called; what it says.
  record Layer(String before, String name, String writer, String uptime, String wall) {
    static Layer of(String before, String name) {
      return new Layer(before, name, "", "", "");
    }

    Layer by(String writer) {
      return new Layer(before, name, writer, uptime, wall);
    }

    Layer up(String uptime) {
      return new Layer(before, name, writer, uptime, wall);
    }

    Layer at(String wall) {
      return new Layer(before, name, writer, uptime, wall);
    }

    @Override
    public String toString() {
      return before;
    }
  }

  static List<Layer> stamps() {
    return List.of(
        Layer.of("May 25 15:23:30 pve-02 kernel: ", "syslog").by("kernel"),
        Layer.of("May 25 15:23:30.123456 pve-02 kernel: ", "syslog").by("kernel"),
        Layer.of("May  5 15:23:30 pve-02 kernel: ", "syslog").by("kernel"),
        Layer.of("May 25 15:23:30 kernel: ", "syslog").by("kernel"),
        Layer.of("May 25 15:23:30 pve-02 kernel[123]: ", "syslog").by("kernel[123]"),
        Layer.of("15:23:30 pve-02 kernel: ", "time of day").by("kernel"),
        Layer.of("15:23:30.123 kernel: ", "time of day").by("kernel"),
        Layer.of("2025-05-25T15:23:30+0200 pve-02 kernel: ", "iso")
            .by("kernel")
            .at("2025-05-25T13:23:30Z"),
        Layer.of("2025-05-25T15:23:30.123456+02:00 pve-02 kernel: ", "iso")
            .by("kernel")
            .at("2025-05-25T13:23:30.123456Z"),
        Layer.of("2025-05-25T13:23:30Z ", "iso").at("2025-05-25T13:23:30Z"),
        Layer.of("2025-05-25T13:23:30,123456+00:00 ", "iso").at("2025-05-25T13:23:30.123456Z"),
        Layer.of("2025-05-25 13:23:30.123456789 ", "iso"),
        Layer.of("Sun 2025-05-25 13:23:30 UTC pve-02 kernel: ", "full").by("kernel"),
        Layer.of("[2025-05-25T13:23:30.123456Z]: ", "iso").at("2025-05-25T13:23:30.123456Z"),
        Layer.of("1748186610.123456 pve-02 kernel: ", "unix time")
            .by("kernel")
            .at("2025-05-25T15:23:30.123456Z"),
        Layer.of("[   19.348376] ", "dmesg").up("19.348376"),
        Layer.of("[499735.511825] ", "dmesg").up("499735.511825"),
        Layer.of("[ 1715.400123][   C28] ", "dmesg").up("1715.400123"),
        Layer.of("[   19.348376] [T1766094] ", "dmesg").up("19.348376"),
        Layer.of("[   19.348376] pve-02 kernel: ", "dmesg").by("kernel").up("19.348376"),
        Layer.of("[  +0.000006] ", "dmesg"),
        Layer.of("[May25 15:23] ", "dmesg"),
        Layer.of("[xxxxxx] ", "dmesg"),
        Layer.of("[xxxx.xxxxxx] ", "dmesg"),
        Layer.of("[Sun May 25 15:23:30 2025] ", "dmesg -T"),
        Layer.of("[So Feb 11 15:47:18 2024] ", "dmesg -T"),
        Layer.of("[dim. f\u00e9vr.  1 15:47:18 2024] ", "dmesg -T"),
        Layer.of("Sun May 25 15:23:30 2025 kern.err kernel: ", "logread").by("kernel"),
        // Years that syslog-ng and others add.
        Layer.of("May 25 2025 15:23:30 pve-02 kernel: ", "syslog").by("kernel"),
        Layer.of("May 25 15:23:30 2025 pve-02 kernel: ", "syslog").by("kernel"),
        Layer.of("2025 May 25 15:23:30 pve-02 kernel: ", "syslog").by("kernel"),
        // journalctl in the reader's language.
        Layer.of("Mai 25 15:23:30 pve-02 kernel: ", "syslog").by("kernel"),
        Layer.of("f\u00e9vr. 11 15:23:30 pve-02 kernel: ", "syslog").by("kernel"),
        Layer.of("5\u6708 25 15:23:30 pve-02 kernel: ", "syslog").by("kernel"),
        // busybox syslogd, klogd without a host.
        Layer.of("May 25 15:23:30 router kern.err kernel: ", "syslog").by("kernel"),
        Layer.of("May 25 15:23:30 kern.err kernel: ", "syslog").by("kernel"),
        Layer.of("2025-05-25 15:23:30 +0200 nas kernel: ", "iso")
            .by("kernel")
            .at("2025-05-25T13:23:30Z"),
        // Hosts whose kernels send their log themselves.
        Layer.of("May 25 15:23:30 192.0.2.1 [   19.348376] ", "syslog").up("19.348376"),
        Layer.of("2025-05-25T15:23:30+02:00 nas [   19.348376] ", "iso").up("19.348376"),
        Layer.of("May 25 15:23:30 192.0.2.1 3,350,19348376,-;", "kmsg").up("19.348376"),
        Layer.of("6.1.0-56-amd64,3,350,19348376,-;", "kmsg").up("19.348376"),
        Layer.of("3,350,19348376,-,caller=T123;", "kmsg").up("19.348376"),
        Layer.of("<3>1 2025-05-25T15:23:30.123456+02:00 pve-02 kernel - - - ", "rfc 5424")
            .by("kernel")
            .at("2025-05-25T13:23:30.123456Z"),
        Layer.of("<6>1 2025-05-25T13:23:30Z pve-02 kernel - - [a b=\"c\"] ", "rfc 5424")
            .by("kernel")
            .at("2025-05-25T13:23:30Z"),
        Layer.of("@40000000683319dc075bca00 ", "tai64n").at("2025-05-25T13:23:30.123456Z"),
        Layer.of("[   19.348376 <    3.421447>] ", "dmesg").up("19.348376"),
        Layer.of("[   19.348376 <    3.421447 >] pve-02 kernel: ", "dmesg")
            .by("kernel")
            .up("19.348376"),
        Layer.of("[   19.348376                ] pve-02 kernel: ", "dmesg")
            .by("kernel")
            .up("19.348376"),
        Layer.of("[Mai25 15:23] ", "dmesg"),
        Layer.of("[5\u670825 15:23] ", "dmesg"),
        Layer.of("[\u65e5 5\u6708 25 15:23:30 2025] ", "dmesg -T"),
        Layer.of("[Sun May 25 15:23:30 2025 <    0.000000>] ", "dmesg -T"),
        Layer.of("[Sun May 25 15:23:30 2025] [T123] ", "dmesg -T"),
        Layer.of("2025-05-25T13:23:30.123Z cpu5:65931 opID=7f)", "vmkernel")
            .at("2025-05-25T13:23:30.123Z"),
        Layer.of("2025-05-25T13:23:30.123Z In(182) vmkernel: cpu5:65931)", "vmkernel")
            .by("kernel"));
  }

  static List<Layer> wraps() {
    return List.of(
        Layer.of("> ", "mail quote"),
        Layer.of(">", "mail quote"),
        Layer.of("> > > > > > > > ", "mail quote"),
        Layer.of(">>>> ", "mail quote"),
        Layer.of("    ", "indent"),
        Layer.of("\t", "indent"),
        Layer.of("# ", "indent"),
        Layer.of("36:", "grep"),
        Layer.of("1204-", "grep"),
        Layer.of("/var/log/kern.log.1:", "grep"),
        Layer.of("kern.log:36:", "grep"),
        Layer.of("<3>", "level"),
        Layer.of("kern  :err   : ", "level"),
        Layer.of("kern.err: ", "level"),
        Layer.of("192.0.2.7: kern:     err: ", "grep"),
        Layer.of("    36\t", "line number"),
        Layer.of("36  ", "line number"),
        Layer.of(" 36 \u2502 ", "line number"),
        Layer.of("\u001b[32m", "colour"),
        Layer.of("kern:     err: ", "level"));
  }

  static List<Layer> all() {
    List<Layer> all = new ArrayList<>(stamps());
    all.addAll(wraps());
    return all;
  }

  private static void check(Peeled peeled, Layer layer) {
    assertThat(peeled.layers()).contains(layer.name());
    if (!layer.writer().isEmpty()) {
      assertThat(peeled.identifier()).contains(layer.writer());
    }
    if (!layer.uptime().isEmpty()) {
      assertThat(peeled.at().uptime()).map(Object::toString).contains(layer.uptime());
    }
    if (!layer.wall().isEmpty()) {
      assertThat(peeled.at().wall()).map(Object::toString).contains(layer.wall());
    }
  }

  @ParameterizedTest
  @MethodSource("stamps")
  void aStampIsTakenOffAndKept(Layer layer) {
    Peeled peeled = Peelers.peel(layer.before() + MESSAGE);
    assertThat(peeled.rest()).isEqualTo(MESSAGE);
    assertThat(peeled.at().isKnown()).isTrue();
    assertThat(peeled.at().text()).isNotBlank();
    assertThat(layer.before()).contains(peeled.at().text().strip());
    check(peeled, layer);
  }

  @ParameterizedTest
  @MethodSource("stamps")
  void aStampMayStandAlone(Layer layer) {
    Peeled peeled = Peelers.peel(layer.before().stripTrailing());
    assertThat(peeled.rest()).as(peeled.toString()).isBlank();
    assertThat(peeled.at().isKnown()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("stamps")
  void theIndentOfAFieldStays(Layer layer) {
    assertThat(Peelers.peel(layer.before() + "  TDH                  <61>").rest().strip())
        .isEqualTo("TDH                  <61>");
  }

  @Test
  void whatIsWrappedAroundAStampIsTakenOffFirst() {
    for (Layer wrap : wraps()) {
      for (Layer stamp : stamps()) {
        Peeled peeled = Peelers.peel(wrap.before() + stamp.before() + MESSAGE);
        assertThat(peeled.rest()).as(wrap.before() + stamp.before()).isEqualTo(MESSAGE);
        check(peeled, wrap);
        check(peeled, stamp);
      }
    }
  }

  @Test
  void wrapsMayBeWrapped() {
    for (Layer stamp : stamps()) {
      Peeled peeled = Peelers.peel("> > kern.log:36:" + stamp.before() + MESSAGE);
      assertThat(peeled.rest()).as(stamp.before()).isEqualTo(MESSAGE);
    }
  }

  /// rsyslog keeps the kernel's own stamp behind its own.
  @ParameterizedTest
  @CsvSource({
    "'May 25 15:23:30 pve-02 kernel: [   19.348376] '",
    "'2025-05-25T15:23:30.123456+02:00 pve-02 kernel: [   19.348376] '",
    "'2007-01-09 22:53:41.660253500 <4>[   19.348376] '",
    "'<3>[   19.348376] '",
    "'kern  :err   : [   19.348376] '",
    "'> > May 25 15:23:30 pve-02 kernel: [   19.348376][   C28] '",
    "'Sun May 25 15:23:30 2025 kern.err kernel: [   19.348376] '"
  })
  void theUptimeBehindAnotherStampIsKept(String before) {
    Peeled peeled = Peelers.peel(before + MESSAGE);
    assertThat(peeled.rest()).isEqualTo(MESSAGE);
    assertThat(peeled.at().uptime()).map(Object::toString).contains("19.348376");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "TDH                  <61>",
        "  TDH                  <61>",
        "PCI Status             <10>",
        "MAC Status             <80083>",
        "buffer_info[next_to_clean]:",
        "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:",
        "[<ffffffff816a3d91>] dev_watchdog+0x221/0x230",
        "<10>",
        "<a3>",
        "2.6.18 kernel",
        "12 packets",
        "May be",
        "pcieport 0000:00:1c.4: AER: error",
        "------------[ cut here ]------------",
        "Call Trace:",
        "[drm] initialized",
        "64 bytes from 192.0.2.1: icmp_seq=1"
      })
  void whatBearsNoStampIsLeftAlone(String line) {
    Peeled peeled = Peelers.peel(line);
    assertThat(peeled.rest()).isEqualTo(line);
    assertThat(peeled.layers()).isEmpty();
    assertThat(peeled.at().isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'May 25 15:23:30 pve-02 systemd-shutdown[1]: Syncing', systemd-shutdown, Syncing",
    "'May 25 15:23:30 pve-02 sudo: maja : TTY=pts/0', sudo, 'maja : TTY=pts/0'",
    "'May 25 15:23:30 pve-02 (udev-worker)[7]: x', (udev-worker), x",
    "'[   19.348376] pve-02 systemd[1]: Started', systemd, Started",
    "'[   19.348376] pcieport 0000:00:1c.4: AER', '', 'pcieport 0000:00:1c.4: AER'",
    "'[   19.348376] e1000e: Intel(R) PRO', '', 'e1000e: Intel(R) PRO'",
    "'kernel: e1000e: Intel(R) PRO', kernel, 'e1000e: Intel(R) PRO'",
    "'user  :warn  : [   19.348376] x', a program, x",
    "'<12>[   19.348376] x', a program, x",
    "'<6>[   19.348376] x', '', x"
  })
  void whoWroteItIsKept(String line, String writer, String rest) {
    Peeled peeled = Peelers.peel(line);
    assertThat(peeled.identifier().orElse("")).isEqualTo(writer);
    assertThat(peeled.rest()).isEqualTo(rest);
  }

  @Test
  void backticksAroundALineAreTakenOff() {
    String line = "May 25 15:23:30 pve-02 kernel: " + MESSAGE;
    for (String code : List.of("`" + line + "`", "> `" + line + "` ", "```" + line + "```")) {
      Peeled peeled = Peelers.peel(code);
      assertThat(peeled.rest()).isEqualTo(MESSAGE);
      assertThat(peeled.layers()).contains("inline code");
    }
    assertThat(Peelers.peel("`cat` says nothing").rest()).isEqualTo("`cat` says nothing");
    assertThat(Peelers.peel("```").rest()).isEqualTo("```");
  }

  @Test
  void quotesWithoutEndEndSomewhere() {
    assertThat(Peelers.peel(">".repeat(100_000)).rest()).hasSizeLessThanOrEqualTo(100_000);
    assertThat(Peelers.peel("[ 1.000000] ".repeat(5_000)).rest()).isNotEmpty();
  }
}
