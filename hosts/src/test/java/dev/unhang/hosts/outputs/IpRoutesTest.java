package dev.unhang.hosts.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Reading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpRoutesTest {
  private static final List<String> IPV4 =
      List.of(
          "0.0.0.0/0 by vmbr0 via 192.0.2.1 metric 0",
          "192.0.2.0/24 by vmbr0 metric 0",
          "198.51.100.0/24 by eno1 metric 0",
          "203.0.113.0/24 by vmbr0 via 192.0.2.9 metric 50",
          "203.0.113.0/24 by eno1 via 198.51.100.9 metric 50",
          "203.0.113.7/32 by eno1 metric 7");

  private static final List<String> IPV6 =
      List.of(
          "2001:db8::/64 by vmbr0 metric 256",
          "fe80::/64 by sw metric 256",
          "fe80::/64 by eno1 metric 256",
          "fe80::/64 by vmbr0 metric 256",
          "::/0 by eno1 via fe80::9 metric 900",
          "::/0 by vmbr0 via fe80::1 metric 1024");

  private static List<String> routes(PastedText text) {
    return IpRoutes.read(text).known().orElse(List.of()).stream()
        .map(route ->
            route.destination()
                + "/"
                + route.prefixLength()
                + " by "
                + route.nic()
                + route.gateway().map(way -> " via " + way).orElse("")
                + " metric "
                + route.metric())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ip_route.txt", "ip_-d_route.txt", "ip_-j_route.txt"})
  void realRoutes(String file) {
    assertThat(routes(Outputs.pasted(file))).containsExactlyInAnyOrderElementsOf(IPV4);
  }

  /// Made up after iproute2's print_route(): a gateway of the other family is named.
  @Test
  void aDefaultRouteByTheOtherFamilyIsIpv4s() {
    String route = "0.0.0.0/0 by eno1 via fe80::9 metric 9";
    assertThat(routes(Outputs.of("default via inet6 fe80::9 dev eno1 metric 9\n")))
        .containsExactly(route);
    assertThat(
            routes(
                Outputs.of(
                    "[{\"dst\":\"default\",\"via\":{\"family\":\"inet6\",\"host\":\"fe80::9\"},"
                        + "\"dev\":\"eno1\",\"metric\":9}]")))
        .containsExactly(route);
    assertThat(routes(Outputs.of("default dev wg0 metric 9 pref medium\n")))
        .containsExactly("::/0 by wg0 metric 9");
  }

  @Test
  void otherTablesAndKindsAreNone() {
    assertThat(routes(Outputs.pasted("ip_-6_route.txt"))).containsExactlyElementsOf(IPV6);
    assertThat(routes(Outputs.pasted("ip_route_show_table_all.txt")))
        .containsExactlyInAnyOrderElementsOf(Stream.concat(IPV4.stream(), IPV6.stream()).toList());
  }

  @Test
  void whatIsNotWholeIsATrouble() {
    Reading<List<PastedRoute>> reading =
        IpRoutes.read(
            Outputs.of(
                """
                default via 192.0.2.1 dev
                192.0.2.0/33 dev eno1
                192.0.2.0/24 dev eno1 metric 99999999999999999999
                10.0.0.0/8 via nowhere dev eno1
                192.0.2.0/24 dev eno1 proto kernel
                """));
    assertThat(reading instanceof Reading.Partly<?> partly ? partly.troubles() : List.of())
        .hasSize(4);
    assertThat(reading.known().orElseThrow()).hasSize(1);
    assertThat(IpRoutes.read(Outputs.of("bash: ip: command not found\n")).whyNot().orElseThrow())
        .contains("command not found");
    assertThat(IpRoutes.read(Outputs.of("[{\"dst\":\"default\",\"dev\":\"eno1\"")).known())
        .isEmpty();
  }

  @Test
  void routesAreRecognisedWithAndWithoutAPrompt() {
    String text = Outputs.text("ip_route.txt");
    for (String before :
        List.of("", "root@pve:~# ip r\n", "$ ip -4 route show\n", "# ip ro ls table all\n")) {
      assertThat(Recognition.of(Outputs.of(before + text)))
          .as(before)
          .singleElement()
          .satisfies(output -> assertThat(output.kind()).isEqualTo(OutputKind.ROUTES));
    }
    for (String other : List.of("ip route get 192.0.2.1", "ip route show table 100", "ip rule")) {
      assertThat(OutputCommand.of(other)).as(other).isEmpty();
    }
    assertThat(IpRoutes.isFirst("default via the front door dev eno1")).isTrue();
    assertThat(IpRoutes.isFirst("all via post dev null")).isFalse();
  }
}
