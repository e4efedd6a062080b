package dev.unhang.logs.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.ReadLogs;
import dev.unhang.model.log.LoggedMachine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What a log tells of its machine.
class MachineMessagesTest {
  private static LoggedMachine of(String... lines) {
    return ReadLogs.facts((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8))
        .machine();
  }

  @Test
  void aBootTellsKernelHypervisorAndHardware() {
    LoggedMachine machine =
        of(
            "[    0.000000] Linux version 6.8.0-60-generic (buildd@host) #63-Ubuntu SMP",
            "[    0.000000] Hypervisor detected: KVM",
            "[    0.000000] DMI: QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16.3 04/01/2014");
    assertThat(machine.kernel()).contains("6.8.0-60-generic");
    assertThat(machine.hypervisor()).contains("KVM");
    assertThat(machine.hardware()).hasValueSatisfying(name -> assertThat(name).startsWith("QEMU"));
    assertThat(machine.isGuest()).isTrue();
  }

  @Test
  void aTraceTellsKernelAndHardware() {
    LoggedMachine machine =
        of(
            "[  918.2] CPU: 1 PID: 0 Comm: swapper/1 Tainted: P           OE      6.8.12-8-pve #1",
            "[  918.2] Hardware name: LENOVO 10T8S1GD00/3136, BIOS M1UKT74A 04/21/2023");
    assertThat(machine.kernel()).contains("6.8.12-8-pve");
    assertThat(machine.isGuest()).isFalse();
    assertThat(of("[  9.1] CPU: 38 PID: 7 Comm: kworker/38:1 Not tainted 6.8.0-rc7 #1").kernel())
        .contains("6.8.0-rc7");
  }

  @Test
  void theLastBootCounts() {
    LoggedMachine machine =
        of(
            "[    0.000000] Linux version 6.1.0-1 (a@b) #1 SMP",
            "[    0.000000] Hypervisor detected: KVM",
            "[    0.000000] Linux version 6.12.5 (a@b) #1 SMP");
    assertThat(machine.kernel()).contains("6.12.5");
    assertThat(machine.isGuest()).as("of the boot before").isFalse();
  }

  @Test
  void whatAProgramSaysIsNotTheKernels() {
    assertThat(of("Oct  5 10:00:00 pve app[1]: Hypervisor detected: KVM").isGuest()).isFalse();
    assertThat(of("[    1.0] e1000e 0000:00:1f.6 eno1: NIC Link is Down"))
        .isEqualTo(LoggedMachine.UNTOLD);
  }
}
