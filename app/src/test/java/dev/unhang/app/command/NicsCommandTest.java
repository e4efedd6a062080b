package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import org.junit.jupiter.api.Test;

/// `unhang nics` on the simulated host.
class NicsCommandTest {
  private final SimWiring pve = new SimWiring();

  private TestConsole unhang(String... words) {
    return TestConsole.run(pve, words);
  }

  @Test
  void theNicIsShownWithWhoUsesIt() {
    TestConsole nics = unhang("nics");
    assertThat(nics.exit()).isZero();
    assertThat(nics.out())
        .contains("\neno1: Intel Corporation Ethernet Connection I217-LM\n")
        .contains("kernel 6.8.12-10-pve")
        .contains("8086:153a rev 04, chip family I217 (pch_lpt)")
        .contains("no PCIe link: the I217 is a function of the chipset")
        .contains("1 tx, nothing in flight")
        .contains("trouble     none counted: no stuck queue, error or drop")
        .contains("twisted pair, transceiver internal, PHY address 1, MDI (auto)")
        .contains("5 counters, 0 of them not 0")
        .contains("STATUS 80083 (link up); TCTL 3103f0fa (transmit unit on)")
        .contains("also enp0s25")
        .contains("00:00:5e:00:53:01, the permanent one")
        .contains("vmbr0 (bridge on eno1), guest 100 on vmbr0")
        .contains("addresses   none")
        .doesNotContain("tap100i0");
  }

  @Test
  void noLineIsLongerThanAConsole() {
    assertThat(unhang("nics").out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @Test
  void anInterfaceIsFoundByEachOfItsNames() {
    assertThat(unhang("nics", "eno1").out()).isEqualTo(unhang("nics", "enp0s25").out());
    assertThat(unhang("nics", "vmbr0").out())
        .contains("\nvmbr0: bridge\n")
        .contains("192.0.2.2/24 (global)")
        .contains("not offered (vmbr0 has no driver simulated)");
  }

  @Test
  void anInterfaceThatIsNotThereIsAnError() {
    TestConsole nics = unhang("nics", "eno7");
    assertThat(nics.exit()).isEqualTo(66);
    assertThat(nics.err())
        .contains("eno7")
        .contains("did you mean eno1?")
        .contains("it has lo, eno1, vmbr0");
  }

  @Test
  void theDocumentSaysOfEachValueHowItsReadingEnded() {
    assertThat(unhang("nics", "--json").out())
        .contains("\"schema\" : \"unhang.nics/1\"")
        .contains("\"reading\" : \"read\"")
        .contains("\"name\" : \"tx-tcp-segmentation\"");
    assertThat(unhang("nics", "--json", "vmbr0").out())
        .contains("\"reading\" : \"not offered\"")
        .contains("\"why\" : \"vmbr0 has no driver simulated\"");
  }

  @Test
  void readDeniedNotOfferedAndEmptyLookDifferent() {
    assertThat(unhang("nics").out())
        .contains("rings       rx 256 of 4096, tx 256 of 4096")
        .contains("WoL         denied (the kernel answered EPERM")
        .contains("not offered priv flags (the kernel's answers: --json)")
        .contains("partner     unknown: the driver does not say")
        .contains("speed       1000 Mb/s, full duplex, autonegotiation on")
        .contains("by the partner none");
  }
}
