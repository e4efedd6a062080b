package dev.unhang.config.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.ini.IniFile;
import dev.unhang.model.host.HostPath;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Man: systemd.service(5)
class ServiceUnitTest {
  private static String words(List<ServiceUnit.Switched> switches) {
    return String.join(
        " ",
        switches.stream()
            .map(each ->
                each.what().nic()
                    + ":"
                    + each.what().group().shortName()
                    + (each.what().on() ? "+" : "-"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "ExecStart=/usr/sbin/ethtool -K eno1 tso off gso off, eno1:tso- eno1:gso-",
    "ExecStart=-/sbin/ethtool -K %i tso off, nic0:tso-",
    "ExecStartPost=ethtool --offload eno1 tx-tcp6-segmentation off, eno1:tso-",
    "ExecStart=/bin/sh -c 'ethtool -K eno1 tso off; ethtool -K eno2 tso on', eno1:tso- eno2:tso+",
    "'ExecStart=/bin/bash -c \"ethtool -K eno1 tso off && true\"', eno1:tso-",
    "ExecStart=/usr/local/bin/offloads, ''",
    "ExecStop=/usr/sbin/ethtool -K eno1 tso on, ''",
    "Environment=X=/usr/sbin/ethtool -K eno1 tso on, ''",
    "ExecStart=, ''",
  })
  void aUnitSwitchesWhatItsCommandsSay(String line, String switched) {
    IniFile file = IniFile.parse(new HostPath("/etc/x"), "[Service]\n" + line + "\n");
    assertThat(words(new ServiceUnit("nic0", file).switches())).isEqualTo(switched);
  }
}
