package dev.unhang.config.networkmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.ini.IniFile;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.host.HostPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Man: NetworkManager.conf(5), "Device List Format"
class UnmanagedDevicesTest {
  private static final LinkIdentity NIC =
      new LinkIdentity(
          "eno1",
          List.of(),
          Optional.of("6c:0b:84:00:00:01"),
          Optional.empty(),
          Optional.of("e1000e"));

  @ParameterizedTest
  @CsvSource({
    "interface-name:eno1, true",
    "interface-name:=eno1, true",
    "interface-name:eno*, true",
    "interface-name:eno2, false",
    "eno1, true",
    "mac:6C:0B:84:00:00:01, true",
    "mac:6c:0b:84:00:00:02, false",
    "driver:e1000e, true",
    "driver:igb, false",
    "type:ethernet, true",
    "type:wifi, false",
    "*, true",
    "*;except:interface-name:eno1, false",
    "*;except:interface-name:eno2, true",
    "interface-name:eno2;interface-name:eno1, true"
  })
  void whatIsListedIsLeftAlone(String list, boolean is) {
    IniFile file =
        IniFile.parse(
            new HostPath("/etc/NetworkManager/conf.d/x.conf"),
            "[keyfile]\nunmanaged-devices=" + list + "\n");
    assertThat(new UnmanagedDevices(List.of(file)).of(NIC).isPresent()).isEqualTo(is);
    IniFile device =
        IniFile.parse(
            new HostPath("/etc/NetworkManager/conf.d/y.conf"),
            "[device-a]\nmatch-device=" + list + "\nmanaged=0\n");
    assertThat(new UnmanagedDevices(List.of(device)).of(NIC).isPresent()).isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({"[device-a]|match-device=*|managed=1", "[main]|unmanaged-devices=*", "[keyfile]|x=*"})
  void whatIsSaidElsewhereLeavesItManaged(String text) {
    IniFile file =
        IniFile.parse(
            new HostPath("/etc/NetworkManager/NetworkManager.conf"), text.replace('|', '\n'));
    assertThat(new UnmanagedDevices(List.of(file)).of(NIC)).isEmpty();
  }
}
