package dev.unhang.config.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.ethtool.OffloadSwitch;
import dev.unhang.model.net.OffloadGroup;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffloadLinesTest {
  private static String words(List<OffloadSwitch> switches) {
    return String.join(
        " ",
        switches.stream().map(each -> each.group().shortName() + (each.on() ? "+" : "-")).toList());
  }

  /// Owner of the stanza, option line, what it switches on eno1.
  @ParameterizedTest
  @CsvSource({
    "eno1, post-up ethtool -K eno1 tso off, tso-",
    "eno1, up ethtool -K eno1 tso off, tso-",
    "eno1, pre-up ethtool -K eno1 tso on, tso+",
    "eno1, post-up ethtool --features eno1 tso off, tso-",
    "eno1, post-up ethtool --offload eno1 tso off, tso-",
    "eno1, post-up /sbin/ethtool -K eno1 tso off, tso-",
    "eno1, post-up /usr/sbin/ethtool -K eno1 tso off, tso-",
    "eno1, post-up ethtool -K $IFACE tso off, tso-",
    "eno1, post-up ethtool -K ${IFACE} tso off, tso-",
    "eno1, 'post-up ethtool -K \"$IFACE\" tso off', tso-",
    "eno1, post-up ethtool -K '''$IFACE''' tso off, ''",
    "eno1, 'post-up ethtool  -K\teno1   tso\toff', tso-",
    "eno1, post-up ethtool -K eno1 tso off gso off gro on, tso- gso- gro+",
    "eno1, post-up ethtool -K eno1 tcp-segmentation-offload off, tso-",
    "eno1, post-up ethtool -K eno1 tx-nocache-copy off tso off, tso-",
    "eno1, post-up ethtool -K eno1 tso off || true, tso-",
    "eno1, post-up ethtool -K eno1 tso off >/dev/null 2>&1, tso-",
    "eno1, post-up ethtool -K eno1 tso off 2>/dev/null || true, tso-",
    "eno1, post-up ethtool -K eno1 tso off; ethtool -K eno1 gso off, tso- gso-",
    "eno1, post-up ethtool -K eno1 tso off && ethtool -K eno1 gso off, tso- gso-",
    "eno1, post-up ethtool -K eno1 tso off && ethtool -K eno2 gso off, tso-",
    "eno1, post-up ethtool -K eno2 tso off && ethtool -K eno1 gso off, gso-",
    "eno1, post-up sleep 5; ethtool -K eno1 tso off, tso-",
    "eno1, post-up sleep 5 && /sbin/ethtool -K $IFACE tso off, tso-",
    "eno1, post-up [ -x /sbin/ethtool ] && ethtool -K eno1 tso off, tso-",
    "eno1, post-up ethtool -K eno1 tso off &, tso-",
    "eno1, tso-offload off, tso-",
    "eno1, tso-offload on, tso+",
    "eno1, gro-offload off, gro-",
    "eno1, rx-offload off, rx-",
    "eno1, offload-tso off, tso-",
    "eno1, offload-rxvlan off, rxvlan-",
    "eno1, offload_tso off, tso-",
    "vmbr0, post-up ethtool -K eno1 tso off, tso-",
    "vmbr0, post-up ethtool -K $IFACE tso off, ''",
    "vmbr0, tso-offload off, ''",
    "vmbr0, offload-tso off, ''",
    "eno2, post-up ethtool -K $IFACE tso off, ''",
    "eno1, post-up ethtool -K eno2 tso off, ''",
    "eno1, post-up ethtool -K eno10 tso off, ''",
    "eno1, post-up ethtool -k eno1, ''",
    "eno1, post-up ethtool -K eno1, ''",
    "eno1, post-up ethtool -K eno1 tso, ''",
    "eno1, post-up ethtool -K eno1 tso maybe, ''",
    "eno1, post-up ethtool -G eno1 rx off, ''",
    "eno1, post-up ethtool -A eno1 rx off tx off, ''",
    "eno1, post-up echo ethtool -K eno1 tso off, ''",
    "eno1, post-up myethtool -K eno1 tso off, ''",
    "eno1, post-up # ethtool -K eno1 tso off, ''",
    "eno1, post-up true # ethtool -K eno1 tso off, ''",
    "eno1, post-down ethtool -K eno1 tso off, ''",
    "eno1, down ethtool -K eno1 tso off, ''",
    "eno1, bridge-ports eno1, ''",
    "eno1, tso-offload maybe, ''",
    "eno1, hw-offload off, ''",
    "eno1, offload-nonsense off, ''",
    "eno1, post-up, ''"
  })
  void anOptionSwitchesWhatItsCommandSays(String owner, String line, String switched) {
    String[] words = line.split("\\s+", 2);
    Option option = new Option(words[0], words.length == 2 ? words[1] : "", 1, 1);
    assertThat(words(OffloadLines.of(option, owner, "eno1"))).isEqualTo(switched);
  }

  @org.junit.jupiter.api.Test
  void theIncidentsLineSwitchesItsSeven() {
    Option option =
        new Option(
            "post-up",
            "ethtool --features eno1 gso off gro off tso off tx off rx off rxvlan off txvlan off",
            4,
            4);
    assertThat(OffloadLines.of(option, "eno1", "eno1"))
        .extracting(OffloadSwitch::group)
        .containsExactlyElementsOf(OffloadGroup.INCIDENT);
  }
}
