package dev.unhang.repair.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that look as if they set a NIC up, and that nobody reads, or reads for something else.
class ReadByNobodyTest {
  private static final Tuning TSO_OFF = new Tuning.Offload(OffloadGroup.TSO, false);
  private static final String SCRIPTS = "/etc/sysconfig/network-scripts/ifcfg-";
  private static final String PROFILES = "/etc/NetworkManager/system-connections/";
  private static final String MAC = "6c:0b:84:00:00:01";

  private static NicFacts nic(TreeHost host) {
    return Nics.read(host, TreeKernel.NIC).orElseThrow();
  }

  private static Kept keep(TreeHost host, String backend) {
    return new Keeping(host, new Backends(host).named(backend), Set.of())
        .keep(nic(host), List.of(TSO_OFF))
        .kept();
  }

  private static String written(Kept kept) {
    return ((Action.WriteFile) ((Kept.Written) kept).actions().getFirst()).edit().after().utf8();
  }

  private static Setting.AtBoot atBoot(TreeHost host) {
    return nic(host).settings().known().orElseThrow().getFirst().atBoot();
  }

  private static String mac(TreeHost host) {
    return nic(host).seen().link().known().orElseThrow().hardware().address().orElse(MAC);
  }

  /// initscripts: network-functions, __sed_discard_ignored_files
  @ParameterizedTest
  @ValueSource(
      strings = {"eno1.rpmsave", "eno1.rpmorig", "eno1.rpmnew", "eno1.old", "eno1.orig", "eno1~"})
  void leftOversOfIfcfgFilesAreNotEdited(String name) {
    TreeHost host =
        TreeHost.named("ifcfg")
            .without(SCRIPTS)
            .with(SCRIPTS + name, "DEVICE=eno1\nONBOOT=yes\nTYPE=Ethernet\n");
    assertThatThrownBy(() -> keep(host, "ifcfg")).isInstanceOf(CannotChange.class);
  }

  @Test
  void theFileOfAVlanIsNotTheNics() {
    TreeHost host = TreeHost.named("ifcfg").without(SCRIPTS);
    host.with(
        SCRIPTS + "eno1.42",
        "DEVICE=eno1.42\nVLAN=yes\nHWADDR=" + mac(host) + "\nTYPE=Ethernet\nONBOOT=yes\n");
    assertThatThrownBy(() -> keep(host, "ifcfg")).isInstanceOf(CannotChange.class);
  }

  /// Seen with a shell that sources the file.
  @Test
  void aVariableIsWrittenOnlyWhereItIsSetAbove() {
    String end = "ONBOOT=yes\nTYPE=Ethernet\n";
    TreeHost host = TreeHost.named("ifcfg").without(SCRIPTS);
    host.with(SCRIPTS + "eno1", "ETHTOOL_OPTS=\"autoneg on\"\nDEVICE=eno1\n" + end);
    assertThat(written(keep(host, "ifcfg"))).contains("; -K eno1 tso off");
    host.with(SCRIPTS + "eno1", "HWADDR=" + mac(host) + "\n" + end);
    assertThat(written(keep(host, "ifcfg"))).contains("-K eno1 tso off");
    host.with(SCRIPTS + "eno1", "DEVICE=eno1\n" + end);
    assertThat(written(keep(host, "ifcfg"))).contains("-K ${DEVICE} tso off");
  }

  @Test
  void aVariableThatIsNotSetYetSwitchesNothing() {
    String line = "ETHTOOL_OPTS=\"-K ${DEVICE} tso off\"\n";
    TreeHost host = TreeHost.named("ifcfg").without(SCRIPTS);
    host.with(SCRIPTS + "eno1", line + "DEVICE=eno1\nONBOOT=yes\n");
    assertThat(atBoot(host)).isEqualTo(Setting.AtBoot.NOT_RUN);
    host.with(SCRIPTS + "eno1", "DEVICE=eno1\nONBOOT=yes\n" + line);
    assertThat(atBoot(host)).isEqualTo(Setting.AtBoot.RUN);
  }

  private static String profile(String type, String more) {
    return "[connection]\nid=x\ntype=" + type + "\ninterface-name=eno1\n\n[ethernet]\n" + more;
  }

  /// NetworkManager: nm-keyfile-utils.c, nm_keyfile_utils_ignore_filename()
  @Test
  void belowEtcAProfileMayHaveAnyName() {
    TreeHost host =
        TreeHost.named("networkmanager")
            .without(PROFILES)
            .with(PROFILES + "Wired connection 1", profile("ethernet", ""));
    assertThat(written(keep(host, "networkmanager"))).contains("feature-tso=false");
    for (String name : List.of(".eno1", "eno1~", "eno1.swp", "eno1.ABC123", "eno1.pem")) {
      TreeHost left =
          TreeHost.named("networkmanager")
              .without(PROFILES)
              .with(PROFILES + name, profile("ethernet", ""));
      assertThatThrownBy(() -> keep(left, "networkmanager"))
          .as(name)
          .isInstanceOf(CannotChange.class);
    }
  }

  @Test
  void theProfileOfAVlanIsNotTheNics() {
    TreeHost host = TreeHost.named("networkmanager").without(PROFILES);
    host.with(
        PROFILES + "v.nmconnection",
        "[connection]\nid=v\ntype=vlan\n\n[ethernet]\nmac-address="
            + mac(host)
            + "\n\n[vlan]\nid=42\nparent=eno1\n");
    assertThatThrownBy(() -> keep(host, "networkmanager")).isInstanceOf(CannotChange.class);
  }

  /// NetworkManager: nms-keyfile-utils.c, "File permissions … are insecure"
  @Test
  void aProfileThatOthersMayReadIsRefused() {
    TreeHost host = TreeHost.named("networkmanager").withMode(PROFILES + "lan.nmconnection", 0_644);
    assertThatThrownBy(() -> keep(host, "networkmanager"))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("chmod 600");
    assertThat(new Backends(host).governing(nic(host)).map(Persistence::name))
        .isEqualTo(Optional.of("networkmanager"));
    host.withMode(PROFILES + "lan.nmconnection", 0_600);
    assertThat(written(keep(host, "networkmanager"))).contains("feature-tso=false");
  }

  @Test
  void anUnmanagedNicIsRefused() {
    TreeHost host =
        TreeHost.named("networkmanager")
            .with(
                "/etc/NetworkManager/conf.d/10-x.conf",
                "[keyfile]\nunmanaged-devices=interface-name:eno1\n");
    assertThatThrownBy(() -> keep(host, "networkmanager"))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("10-x.conf:2 has NetworkManager leave it alone");
  }
}
