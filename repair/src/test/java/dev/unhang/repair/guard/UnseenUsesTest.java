package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.host.HostPath;
import dev.unhang.sim.SimHost;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who asks may be logged in far above: sudo and su keep little of an environment.
class UnseenUsesTest {
  private static final String NOBODYS = "SSH_CONNECTION=192.0.2.9 50000 203.0.113.2 22\0";

  private final SimHost host = new SimHost(false);

  private void process(String name, String environment, int parent) {
    host.write(new HostPath("/proc/" + name + "/environ"), environment);
    host.write(new HostPath("/proc/" + name + "/status"), "Name:\tsh\nPPid:\t" + parent + "\n");
  }

  private Optional<GuardAnswer.CannotTell> login() {
    return UnseenUses.login(
        Circumstances.read(
            host,
            Nics.read(host, SimHost.NIC).orElseThrow(),
            false,
            List.of(),
            host.clocks().wall()));
  }

  @Test
  void aShellAboveSudoIsAskedToo() {
    process("self", "HOME=/root\0", 77);
    process("77", "HOME=/home/a\0", 76);
    process("76", "HOME=/home/a\0" + NOBODYS, 1);
    assertThat(login())
        .hasValueSatisfying(unseen -> {
          assertThat(unseen.source()).isEqualTo("/proc/76/environ");
          assertThat(unseen.why()).contains("at an address that no interface here has");
        });
  }

  @Test
  void aConsoleWithAParentIsNoLogin() {
    process("self", "HOME=/root\0", 77);
    process("77", "HOME=/root\0", 0);
    assertThat(login()).isEmpty();
  }

  @Test
  void aParentThatMayNotBeReadCannotTell() {
    process("self", "HOME=/root\0", 77);
    assertThat(login().orElseThrow().source()).isEqualTo("/proc/77/environ");
  }

  /// Numbers are given again: what is read while processes come and go may go in a circle.
  @Test
  void aChainWithoutEndCannotTell() {
    process("self", "HOME=/root\0", 77);
    process("77", "HOME=/root\0", 77);
    assertThat(login().orElseThrow().why()).contains("processes above this one");
  }
}
