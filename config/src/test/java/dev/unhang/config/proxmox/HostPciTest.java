package dev.unhang.config.proxmox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Man: qm.conf(5), "hostpci"
class HostPciTest {
  @ParameterizedTest
  @CsvSource({
    "'0000:01:00.0,pcie=1', 0000:01:00.0",
    "'host=0000:01:00.0', 0000:01:00.0",
    "'pcie=1,host=0000:03:00.0', 0000:03:00.0",
    "'01:00.0', 0000:01:00.0",
    "'01:00', 0000:01:00",
    "'0000:01:00.0;0000:01:00.1,rombar=0', 0000:01:00.0 0000:01:00.1",
    "'F0:03.1', 0000:f0:03.1",
    "'rubbish', ''",
    "'mapping=secondNic', ''"
  })
  void theHostsDevicesStandAnywhere(String value, String devices) {
    assertThat(String.join(" ", HostPci.of(value).devices())).isEqualToIgnoringCase(devices);
  }

  @Test
  void aMappingIsResolvedForItsNode() {
    PciMappings mappings =
        PciMappings.parse(
            """
            secondNic
            \tmap id=8086:15b8,node=pve,path=0000:02:00.0,subsystem-id=1043:8672
            \tmap id=8086:15b8,node=other,path=0000:05:00.0;0000:05:00.1

            gpu
            \tmap node=pve,path=0000:09:00
            """);
    assertThat(HostPci.of("pcie=1,mapping=secondNic").mapping()).contains("secondNic");
    assertThat(mappings.of("secondNic", Optional.of("pve"))).containsExactly("0000:02:00.0");
    assertThat(mappings.of("secondNic", Optional.of("other")))
        .containsExactly("0000:05:00.0", "0000:05:00.1");
    assertThat(mappings.of("secondNic", Optional.of("third"))).isEmpty();
    assertThat(mappings.of("secondNic", Optional.empty())).hasSize(3);
    assertThat(mappings.of("gpu", Optional.of("pve"))).containsExactly("0000:09:00");
    assertThat(mappings.of("none", Optional.empty())).isEmpty();
  }
}
