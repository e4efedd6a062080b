package dev.unhang.hosts.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text makes a parser throw, and none takes it long.
class HostilePastesTest {
  /// A parser by its name.
  record Parser(String name, Function<PastedText, List<Reading<?>>> read) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Parser one(String name, Function<PastedText, Reading<?>> read) {
    return new Parser(name, text -> List.of(read.apply(text)));
  }

  static Stream<Parser> parsers() {
    return Stream.of(
        one("-k", EthtoolFeatures::read),
        one("-i", EthtoolDriver::read),
        one("-S", EthtoolStatistics::read),
        one("-a", EthtoolPause::read),
        one("-g", EthtoolRings::read),
        one("-c", EthtoolCoalescing::read),
        one("-d", EthtoolRegisters::read),
        one("eee", EthtoolEee::read),
        one("priv", EthtoolPrivateFlags::read),
        new Parser(
            "link",
            text -> {
              LinkSettings link = EthtoolLink.read(text);
              return List.of(link.modes(), link.detection(), link.port(), link.wakeOnLan());
            }),
        one("lspci", Lspci::read),
        new Parser("ip", text -> both(IpText.read(text))),
        new Parser("ip -j", text -> both(IpJson.read(text))),
        new Parser("ifconfig", text -> both(Ifconfig.read(text))),
        one("ip route", IpRoutes::read),
        one("bridge link", BridgeLinks::read),
        one("bridge vlan", BridgeVlans::read),
        one("/proc/net/dev", ProcNetDev::read),
        one("uname", UnameLine::read),
        one("dmi", DmiText::read));
  }

  private static List<Reading<?>> both(IpOutput ip) {
    return List.of(ip.links(), ip.addresses());
  }

  private static void read(Parser parser, String text) {
    assertThat(parser.read().apply(Outputs.of(text))).doesNotContainNull();
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void nothingIsNoValue(Parser parser) {
    for (String text : List.of("", "\n", "   \n\n")) {
      boolean isVlans = parser.name().equals("bridge vlan");
      assertThat(parser.read().apply(Outputs.of(text)))
          .as(isVlans ? "no heading" : "no value")
          .allSatisfy(reading -> assertThat(reading.known()).isEmpty());
    }
  }

  /// Every output given to every parser, cut at every byte.
  @ParameterizedTest
  @MethodSource("parsers")
  void everyOutputCutAnywhere(Parser parser) {
    for (String name : Outputs.names()) {
      String text = Outputs.text(name);
      int step = text.length() > 1200 ? 13 : 1;
      for (int end = 0; end <= text.length(); end += step) {
        read(parser, text.substring(0, end));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void languagesOfElsewhere(Parser parser) {
    for (String text :
        List.of(
            "인터페이스: 켜짐\n속도: 1000Mb/s\n",
            "Einstellungen für eno1:\n\tGeschwindigkeit: 1000Mb/s\n",
            "Настройки: да\n",
            "Features for 网卡:\nrx-checksumming: 开\n",
            "١٢٣: eno1: <UP> mtu ٤\n")) {
      read(parser, text);
    }
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void bytesOfAnyKindInPlaceOfSome(Parser parser) {
    Random random = new Random(7);
    for (String name : Outputs.names()) {
      StringBuilder text = new StringBuilder(Outputs.text(name));
      for (int round = 0; round < 30 && !text.isEmpty(); round++) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, "\0\u001b\n\r\t:[]{}\"\\<>9\ud800\uffff".charAt(random.nextInt(17)));
        read(parser, text.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void numbersAndLinesWithoutEnd(Parser parser) {
    String nines = "9".repeat(400);
    List<String> texts =
        new ArrayList<>(
            List.of(
                nines + ": eno1: <UP> mtu " + nines + "\n    link/ether " + nines,
                "2: eno1: <UP> mtu " + nines + "\n    inet 1.2.3.4/" + nines + " scope global",
                "Ring parameters for eno1:\nCurrent hardware settings:\nRX: " + nines,
                "0x" + nines + ": TDH 0x" + nines,
                "[{\"ifindex\":" + nines + ",\"ifname\":\"eno1\"}]",
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000),
                "[{\"ifname\":\"a\",\"x\":" + "[".repeat(400) + "]".repeat(400) + "}]",
                "00:1f.6 \"" + "\\".repeat(200_000),
                "Settings for eno1:\n\tSupported link modes: " + "x ".repeat(100_000),
                "port vlan-id\neno1 " + nines + " PVID\n",
                "a".repeat(2_000_000),
                " ".repeat(2_000_000),
                ":".repeat(1_000_000),
                "2: eno1\\" + "\\".repeat(300_000)));
    texts.add("default via " + "fe80:".repeat(100_000) + " dev eno1");
    texts.add("default metric 1\n" + "\tnexthop via 192.0.2.1 dev eno1\n".repeat(100_000));
    texts.add("tx-checksum-ipv4: on\n".repeat(100_000));
    texts.add("eno1: flags=1<UP> mtu 1\n".repeat(100_000));
    texts.add("2: eno1: <UP> mtu 1500\n".repeat(150_000));
    for (String text : texts) {
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> read(parser, text));
    }
  }
}
