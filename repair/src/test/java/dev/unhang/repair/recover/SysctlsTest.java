package dev.unhang.repair.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.host.HostPath;
import dev.unhang.sim.SimHost;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an interface has for itself in /proc/sys, before it goes and after it came back.
class SysctlsTest {
  private final SimHost host = new SimHost(false);

  private void write(String name, String value) {
    host.write(new HostPath("/proc/sys/net/" + name), value);
  }

  @Test
  void thoseOfBothFamiliesAreRead() {
    write("ipv4/conf/eno1/rp_filter", "2\n");
    write("ipv6/conf/eno1/disable_ipv6", "1\n");
    assertThat(Sysctls.of(host, SimHost.NIC))
        .contains("net/ipv4/conf/eno1/rp_filter=2", "net/ipv6/conf/eno1/disable_ipv6=1");
  }

  @Test
  void onlyWhatIsDifferentNowIsMissing() {
    write("ipv4/conf/eno1/rp_filter", "2\n");
    write("ipv4/conf/eno1/arp_ignore", "1\n");
    List<String> before = Sysctls.of(host, SimHost.NIC);
    write("ipv4/conf/eno1/rp_filter", "0\n");
    assertThat(Sysctls.missing(host, before)).containsExactly("net/ipv4/conf/eno1/rp_filter=2");
  }
}
