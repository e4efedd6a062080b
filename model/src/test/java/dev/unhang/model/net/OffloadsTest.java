package dev.unhang.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffloadsTest {
  private static Offload feature(String name, boolean active, boolean changeable) {
    return new Offload(name, active, active, changeable);
  }

  /// The table of ethtool's off_flag_def, and kernel features that look alike.
  @ParameterizedTest
  @CsvSource({
    "rx-checksum, RX",
    "tx-checksum-ipv4, TX",
    "tx-checksum-ip-generic, TX",
    "tx-checksum-ipv6, TX",
    "tx-checksum-fcoe-crc, TX",
    "tx-checksum-sctp, TX",
    "tx-scatter-gather, SG",
    "tx-scatter-gather-fraglist, SG",
    "tx-tcp-segmentation, TSO",
    "tx-tcp-ecn-segmentation, TSO",
    "tx-tcp-mangleid-segmentation, TSO",
    "tx-tcp6-segmentation, TSO",
    "tx-tcp-accecn-segmentation, TSO",
    "tx-generic-segmentation, GSO",
    "rx-gro, GRO",
    "rx-lro, LRO",
    "rx-vlan-hw-parse, RXVLAN",
    "tx-vlan-hw-insert, TXVLAN",
    "rx-ntuple-filter, NTUPLE",
    "rx-hashing, RXHASH",
    "tx-udp-segmentation,",
    "tx-gre-segmentation,",
    "tx-gso-partial,",
    "rx-gro-hw,",
    "rx-gro-list,",
    "rx-udp-gro-forwarding,",
    "rx-vlan-filter,",
    "rx-vlan-stag-hw-parse,",
    "tx-vlan-stag-hw-insert,",
    "tx-nocache-copy,",
    "highdma,",
    "rx-all,",
    "tx-esp-segmentation,",
    "tls-hw-tx-offload,"
  })
  void aKernelFeatureBelongsToTheGroupThatEthtoolPutsItIn(String feature, OffloadGroup group) {
    Set<OffloadGroup> groups = EnumSet.noneOf(OffloadGroup.class);
    for (OffloadGroup each : OffloadGroup.values()) {
      if (each.matches(feature)) {
        groups.add(each);
      }
    }
    assertThat(groups).isEqualTo(group == null ? Set.of() : Set.of(group));
  }

  @ParameterizedTest
  @CsvSource({
    "tso, TSO",
    "tcp-segmentation-offload, TSO",
    "gso, GSO",
    "gro, GRO",
    "rx, RX",
    "rx-checksumming, RX",
    "tx, TX",
    "sg, SG",
    "rxvlan, RXVLAN",
    "txvlan, TXVLAN",
    "rx-vlan-offload, RXVLAN",
    "TSO,",
    "'',",
    "'tso ',",
    "ufo,",
    "tx-tcp-segmentation,"
  })
  void aGroupHasAShortAndALongName(String name, OffloadGroup group) {
    assertThat(OffloadGroup.named(name).orElse(null)).isEqualTo(group);
  }

  @Test
  void theIncidentsSevenCanAllBeSet() {
    assertThat(OffloadGroup.INCIDENT).hasSize(7);
    assertThat(OffloadGroup.SETTABLE).hasSize(8).containsAll(OffloadGroup.INCIDENT);
  }

  @Test
  void whatResetsAnE1000eIsSwitchedLast() {
    List<Boolean> resets = OffloadGroup.SETTABLE.stream().map(OffloadGroup::resetsE1000e).toList();
    assertThat(resets).containsExactly(false, false, false, false, false, true, true, true);
    assertThat(Arrays.stream(OffloadGroup.values()).filter(OffloadGroup::resetsE1000e))
        .containsExactly(
            OffloadGroup.RX, OffloadGroup.RXVLAN, OffloadGroup.TXVLAN, OffloadGroup.RXHASH);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true, ''",
    "false, false, true, ''",
    "true, true, false, ' [fixed]'",
    "false, false, false, ' [fixed]'",
    "false, true, false, ' [fixed]'",
    "false, true, true, ' [requested on]'",
    "true, false, true, ' [requested off]'"
  })
  void theMarkIsEthtools(boolean active, boolean wanted, boolean changeable, String mark) {
    assertThat(new Offload("tx-tcp-segmentation", active, wanted, changeable).mark())
        .isEqualTo(mark);
  }

  @Test
  void aGroupIsOnAsSoonAsOneMemberIs() {
    Offloads offloads =
        new Offloads(
            List.of(
                feature("tx-tcp-segmentation", false, true),
                feature("tx-tcp6-segmentation", true, true),
                feature("rx-gro", false, true)));
    assertThat(offloads.isOn(OffloadGroup.TSO)).contains(true);
    assertThat(offloads.isOn(OffloadGroup.GRO)).contains(false);
    assertThat(offloads.isOn(OffloadGroup.LRO)).as("not offered is not off").isEmpty();
  }

  @Test
  void onlyWhatIsOnAndChangeableCanBeTurnedOff() {
    Offloads fixed = new Offloads(List.of(feature("tx-tcp-segmentation", true, false)));
    Offloads off = new Offloads(List.of(feature("tx-tcp-segmentation", false, true)));
    Offloads on = new Offloads(List.of(feature("tx-tcp-segmentation", true, true)));
    assertThat(fixed.canTurnOff(OffloadGroup.TSO)).isFalse();
    assertThat(off.canTurnOff(OffloadGroup.TSO)).isFalse();
    assertThat(on.canTurnOff(OffloadGroup.TSO)).isTrue();
    assertThat(on.named("tx-tcp-segmentation")).isPresent();
    assertThat(on.named("tso")).isEmpty();
    assertThat(on.byName()).containsOnlyKeys("tx-tcp-segmentation");
  }
}
