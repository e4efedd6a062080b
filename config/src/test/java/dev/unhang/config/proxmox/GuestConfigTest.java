package dev.unhang.config.proxmox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.proxmox.GuestConfig.GuestNic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Lines as man: qm.conf(5) and pct.conf(5) describe them.
class GuestConfigTest {
  @Test
  void aVirtualMachineHasItsNameAndNics() {
    GuestConfig guest =
        GuestConfig.parse(
            """
            #the NAS
            boot: order=scsi0
            hostpci0: 0000:01:00.0,pcie=1
            name: nas
            net0: virtio=BC:24:11:00:00:01,bridge=vmbr0,firewall=1,tag=20
            net1: e1000=BC:24:11:00:00:02
            [before-upgrade]
            name: old
            net2: virtio=BC:24:11:00:00:03,bridge=vmbr9
            """);
    assertThat(guest.name()).contains("nas");
    assertThat(guest.passedThrough()).containsExactly("0000:01:00.0,pcie=1");
    assertThat(guest.nics())
        .containsExactly(
            new GuestNic(0, Optional.of("vmbr0"), Optional.of(20), true),
            new GuestNic(1, Optional.empty(), Optional.empty(), false));
  }

  @Test
  void aContainerIsCalledByItsHostname() {
    GuestConfig guest =
        GuestConfig.parse(
            "hostname: dns\nnet0: name=eth0,bridge=vmbr1,hwaddr=BC:24:11:00:00:04,type=veth\n");
    assertThat(guest.name()).contains("dns");
    assertThat(guest.nics())
        .containsExactly(new GuestNic(0, Optional.of("vmbr1"), Optional.empty(), false));
  }

  @Test
  void nonsenseIsPassedOver() {
    GuestConfig guest =
        GuestConfig.parse("net: bridge=a\nnet99999: bridge=b\nnet0: bridge=,tag=x\n:\n\0\nname:\n");
    assertThat(guest.name()).isEmpty();
    assertThat(guest.nics())
        .isEqualTo(List.of(new GuestNic(0, Optional.empty(), Optional.empty(), false)));
  }
}
