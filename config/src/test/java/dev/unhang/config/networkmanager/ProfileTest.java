package dev.unhang.config.networkmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.ini.IniFile;
import dev.unhang.model.host.HostPath;
import org.junit.jupiter.api.Test;

/// Man: nm-settings-keyfile(5)
class ProfileTest {
  private static Profile profile(String text) {
    return new Profile(IniFile.parse(new HostPath("/etc/x.nmconnection"), text));
  }

  @Test
  void aProfileSaysWhatItSwitchesAndWhere() {
    Profile profile =
        profile(
            """
            [connection]
            id=lan
            interface-name=eno1
            autoconnect=false

            [ethernet]
            mac-address=6C:0B:84:00:00:01

            [ethtool]
            feature-tso=false
            feature-gro=on
            feature-unheard-of=off
            ring-tx=512
            """);
    assertThat(profile.id()).isEqualTo("lan");
    assertThat(profile.interfaceName()).contains("eno1");
    assertThat(profile.mac()).contains("6c:0b:84:00:00:01");
    assertThat(profile.isAutomatic()).isFalse();
    assertThat(profile.switches("eno1"))
        .extracting(each -> each.what().group().shortName() + each.what().on())
        .containsExactly("tsofalse", "grotrue");
  }

  @Test
  void whatIsNotSaidIsEmptyOrTheDefault() {
    Profile profile = profile("[connection]\n");
    assertThat(profile.interfaceName()).isEmpty();
    assertThat(profile.mac()).isEmpty();
    assertThat(profile.isAutomatic()).isTrue();
    assertThat(profile.switches("eno1")).isEmpty();
  }
}
