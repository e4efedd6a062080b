package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.plan.Risk;
import dev.unhang.sim.SimHost;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whose work a step cuts off. The contract test has the rest.
class GuestsBusyTest {
  private static final Risk BLIP = new Risk.LinkBlip(Duration.ofSeconds(4));
  private static final HostPath GUEST = new HostPath("/etc/pve/qemu-server/100.conf");

  private final SimHost host = new SimHost(false);

  private GuardAnswer answer(boolean sendsNothing) {
    return new GuestsBusy()
        .answer(
            BLIP,
            Circumstances.read(
                host,
                Nics.read(host, SimHost.NIC).orElseThrow(),
                sendsNothing,
                List.of(),
                host.clocks().wall()));
  }

  @Test
  void aBackupOverANicThatSendsIsNotCutOff() {
    host.write(GUEST, "cores: 4\nlock: backup\n");
    assertThat(answer(false))
        .isInstanceOfSatisfying(
            GuardAnswer.Refuses.class,
            refuses -> assertThat(refuses.why()).contains("guest 100", "backup"));
  }

  /// It has lost its connection already, and nothing but a reset gives it one again.
  @Test
  void aBackupOverANicThatSendsNothingKeepsNobodyFromMendingIt() {
    host.write(GUEST, "lock: backup\n");
    assertThat(answer(true)).isInstanceOf(GuardAnswer.Allows.class);
  }

  /// So does a cluster file system that blocks for want of the others, which the hang has cut off.
  @Test
  void neitherDoesAClusterFileSystemThatBlocks() {
    host.block(new HostPath("/etc/pve"));
    assertThat(answer(true)).isInstanceOf(GuardAnswer.Allows.class);
    assertThat(answer(false)).isInstanceOf(GuardAnswer.CannotTell.class);
  }

  /// What a guest was doing when a snapshot of it was made is long over.
  @Test
  void aLockInASnapshotIsNotTheGuests() {
    host.write(GUEST, "cores: 4\n\n[before]\nlock: snapshot\n");
    assertThat(answer(false)).isInstanceOf(GuardAnswer.Allows.class);
  }
}
