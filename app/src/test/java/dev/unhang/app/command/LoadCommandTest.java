package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.sim.SimHost;
import org.junit.jupiter.api.Test;

/// A load proves something of a NIC only where it went through it.
class LoadCommandTest {
  private final SimWiring pve = new SimWiring();

  private TestConsole load(String server) {
    return TestConsole.run(pve, "load", "eno1", "--server", server, "--seconds", "5");
  }

  private void way(String server, String route) {
    pve.host().answers("ip -o route get " + server, output(0, route, ""));
  }

  private static CommandOutput output(int exit, String out, String err) {
    return new CommandOutput(exit, Content.of(out), Content.of(err));
  }

  @Test
  void aServerBehindTheBridgeIsReachedByTheCard() {
    TestConsole quiet = load("192.0.2.1");
    assertThat(quiet.exit()).isZero();
    assertThat(quiet.out()).contains("No hang after");
  }

  @Test
  void aServerOverAnotherInterfaceIsRefused() {
    way("198.51.100.2", "198.51.100.2 dev x0 src 198.51.100.1 uid 0 \\    cache \n");
    TestConsole refused = load("198.51.100.2");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("it is reached over x0", "reached over eno1");
  }

  @Test
  void thisHostItselfIsRefused() {
    way("127.0.0.1", "local 127.0.0.1 dev lo src 127.0.0.1 uid 0 \\    cache <local> \n");
    TestConsole refused = load("127.0.0.1");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("it is this host itself");
  }

  @Test
  void aNameIsLookedUpAndItsAddressIsWhatIsLoaded() {
    pve.host()
        .answers(
            "getent ahosts nas", output(0, "192.0.2.1       STREAM nas\n192.0.2.1  DGRAM\n", ""));
    assertThat(load("nas").exit()).isZero();
    assertThat(pve.host().startedWith()).contains("--client", "192.0.2.1").doesNotContain("nas");
  }

  /// What can't be told refuses.
  @Test
  void aWayThatCannotBeToldIsNoWay() {
    pve.host()
        .answers(
            "ip -o route get 203.0.113.1",
            output(2, "", "RTNETLINK answers: Network is unreachable\n"));
    TestConsole unreachable = load("203.0.113.1");
    assertThat(unreachable.exit()).isEqualTo(66);
    assertThat(unreachable.err()).contains("Network is unreachable");
    assertThat(load("no-such-name").exit()).isEqualTo(66);
  }

  @Test
  void aNicThatIsDownIsNotLoaded() {
    pve.host().order(new KernelOrder.SetUp(SimHost.NIC, false));
    TestConsole refused = load("192.0.2.1");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("it is not up", "ip link set dev eno1 up");
  }

  @Test
  void aLoadOfWhichNothingWentThroughTheNicProvesNothing() {
    pve.host().sendsElsewhere();
    TestConsole nothing = load("192.0.2.1");
    assertThat(nothing.exit()).isEqualTo(3);
    assertThat(nothing.out())
        .contains("NOTHING WAS SENT by eno1", "0.0 MB", "proves nothing")
        .doesNotContain("No hang");
  }
}
