package dev.unhang.repair.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.Entry;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the other backends write, and where they refuse.
class DeviceBackendsTest {
  private static final String NETPLAN = "/etc/netplan/50-cloud-init.yaml";
  private static final String LIBRARY =
      "/usr/lib/x86_64-linux-gnu/systemd/libsystemd-shared-252.so";
  private static final Tuning TSO_OFF = new Tuning.Offload(OffloadGroup.TSO, false);
  private static final Tuning ASPM_OFF =
      new Tuning.Aspm(PciAddress.parse("0000:00:1f.6").orElseThrow(), "l1_aspm", false);
  private static final Tuning PAUSE_OFF = new Tuning.FlowControl(new Pause(false, false, false));

  private static NicFacts nic(TreeHost host) {
    return Nics.read(host, TreeKernel.NIC).orElseThrow();
  }

  private static Kept keep(TreeHost host, String backend, Tuning value, Consent... consents) {
    return new Keeping(host, new Backends(host).named(backend), Set.of(consents))
        .keep(nic(host), List.of(value))
        .kept();
  }

  /// What the last file that is written or made would hold.
  private static String text(Kept kept) {
    return ((Kept.Written) kept)
        .actions().stream()
            .flatMap(action ->
                switch (action) {
                  case Action.WriteFile file -> List.of(file.edit().after().utf8()).stream();
                  case Action.MakeEntry made when made.entry() instanceof Entry.NewFile file ->
                      List.of(file.content().utf8()).stream();
                  default -> List.<String>of().stream();
                })
            .reduce((first, second) -> second)
            .orElseThrow();
  }

  @Test
  void aLinkFileOfTheNicsOwnGetsADropInWithBothKeysOfTso() {
    Kept kept = keep(TreeHost.named("networkd"), "systemd-link", TSO_OFF);
    assertThat(((Kept.Written) kept).actions().getLast())
        .isInstanceOfSatisfying(
            Action.MakeEntry.class,
            made ->
                assertThat(made.path().value())
                    .isEqualTo("/etc/systemd/network/10-lan.link.d/50-unhang.conf"));
    assertThat(text(kept))
        .endsWith("\n[Link]\nTCPSegmentationOffload=no\nTCP6SegmentationOffload=no\n");
  }

  /// Without its name policy the NIC would be eth0 after the next boot, and the host off the
  /// network.
  @Test
  void aSharedLinkFileIsCopiedForThisNicWithItsNamePolicy() {
    Kept kept = keep(TreeHost.named("networkd-shared"), "systemd-link", TSO_OFF);
    assertThat(text(kept))
        .endsWith(
            """
            [Match]
            PermanentMACAddress=52:54:00:00:00:01

            [Link]
            NamePolicy=keep kernel database onboard slot path
            AlternativeNamesPolicy=database onboard slot path
            MACAddressPolicy=persistent
            TCPSegmentationOffload=no
            TCP6SegmentationOffload=no
            """);
  }

  @Test
  void anOwnLinkFileSortsBeforeTheOneInForce() {
    TreeHost host =
        TreeHost.named("networkd-shared")
            .with(
                "/etc/systemd/network/10-all.link",
                "[Match]\nDriver=e1000e\n[Link]\nMTUBytes=9000\n");
    Kept kept = keep(host, "systemd-link", TSO_OFF);
    assertThat(((Kept.Written) kept).actions().getLast())
        .isInstanceOfSatisfying(
            Action.MakeEntry.class,
            made ->
                assertThat(made.path().value())
                    .isEqualTo("/etc/systemd/network/05-unhang-0000-00-1f.6.link"));
    assertThat(text(kept)).contains("MTUBytes=9000");
  }

  @Test
  void whereItIsNotKnownWhichLinkFileIsInForceItIsRefused() {
    TreeHost host =
        TreeHost.named("networkd-shared")
            .with("/etc/systemd/network/10-x.link", "[Match]\nFirmware=uefi\n[Link]\nName=x\n");
    assertThatThrownBy(() -> keep(host, "systemd-link", TSO_OFF))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("10-x.link");
  }

  @Test
  void eeeNeedsASystemdThatKnowsIt() {
    Tuning eee = new Tuning.EnergyEfficiency(false);
    TreeHost host = TreeHost.named("networkd");
    assertThatThrownBy(() -> keep(host, "systemd-link", eee))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("258")
        .hasMessageContaining("252");
    host.without(LIBRARY).with(LIBRARY.replace("252", "258.1-2"), "");
    assertThat(text(keep(host, "systemd-link", eee)))
        .endsWith("\n[EnergyEfficientEthernet]\nEnable=no\n");
  }

  @Test
  void linkFilesHaveWordsForPauseFramesRingsAndCoalescing() {
    TreeHost host = TreeHost.named("networkd");
    assertThat(text(keep(host, "systemd-link", PAUSE_OFF)))
        .endsWith("AutoNegotiationFlowControl=no\nRxFlowControl=no\nTxFlowControl=no\n");
    assertThat(text(keep(host, "systemd-link", new Tuning.RingLength("tx", 4096))))
        .endsWith("TxBufferSize=4096\n");
    assertThat(
            text(keep(host, "systemd-link", new Tuning.Coalescing(new Parameter("rx-usecs", 20)))))
        .endsWith("RxCoalesceSec=20us\n");
  }

  @Test
  void aHiddenRuleOfUdevsMeansThatNobodyAppliesLinkFiles() {
    TreeHost host =
        TreeHost.named("networkd")
            .withLink("/etc/udev/rules.d/80-net-setup-link.rules", "/dev/null");
    assertThatThrownBy(() -> keep(host, "systemd-link", TSO_OFF))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("hides");
  }

  @Test
  void aProfileGetsItsSectionAndARunningNetworkManagerReadsItAgain() {
    TreeHost host =
        TreeHost.named("networkmanager")
            .with("/run/NetworkManager/NetworkManager.pid", "1\n")
            .with("/usr/bin/nmcli", "");
    Kept kept = keep(host, "networkmanager", TSO_OFF);
    assertThat(text(kept)).endsWith("\n[proxy]\n\n[ethtool]\nfeature-tso=false\n");
    assertThat(((Kept.Written) kept).actions().getLast())
        .isEqualTo(
            new Action.Refresh(
                List.of(
                    "/usr/bin/nmcli",
                    "connection",
                    "load",
                    "/etc/NetworkManager/system-connections/lan.nmconnection")));
  }

  @Test
  void aProfileThatDoesNotLastIsRefusedWithTheLineForNmcli() {
    TreeHost host = TreeHost.named("networkmanager");
    String text = host.text("/etc/NetworkManager/system-connections/lan.nmconnection");
    host.without("/etc/NetworkManager")
        .with("/run/NetworkManager/system-connections/lan.nmconnection", text);
    assertThatThrownBy(() -> keep(host, "networkmanager", TSO_OFF))
        .isInstanceOf(CannotChange.class)
        .satisfies(refused ->
            assertThat(((UnhangException) refused).hint())
                .contains("nmcli connection modify CONNECTION ethtool.feature-tso false"));
  }

  @Test
  void groupsOfEthtoolOptionsAreJoined() {
    assertThat(text(keep(TreeHost.named("ifcfg"), "ifcfg", TSO_OFF)))
        .endsWith(
            "ETHTOOL_OPTS=\"-A ${DEVICE} autoneg off rx off tx off; -K ${DEVICE} tso off\"\n");
  }

  @Test
  void netplansKeysStandBelowTheNicsOwnDefinition() {
    assertThat(text(keep(TreeHost.named("netplan"), "netplan", TSO_OFF)))
        .contains(
            """
                  dhcp4: true
                  tcp-segmentation-offload: false
                  tcp6-segmentation-offload: false
                eno2:
            """);
  }

  @Test
  void netplanIsRefusedWhereItCannotBeKeptOrEdited() {
    TreeHost host = TreeHost.named("netplan");
    String text = host.text(NETPLAN);
    refused(
        host.with(NETPLAN, text.replace("dhcp4: true", "dhcp4-overrides: {use-dns: false}")),
        "flow style");
    refused(host.with(NETPLAN, text.replace("dhcp4: true", "dhcp4: &x true")), "anchor");
    refused(host.with(NETPLAN, text.replace("version: 2", "version: 2\t")), "tab");
    refused(
        host.with(NETPLAN, text.replace("version: 2", "renderer: NetworkManager")),
        "only networkd");
    refused(
        host.with(
            NETPLAN, text.replace("      match:\n        macaddress: \"52:54:00:00:00:01\"\n", "")),
        "not matched by the NIC's address");
    refused(
        TreeHost.named("netplan")
            .withOutput("dpkg-query -W -f ${Version} netplan.io", "0.103-0ubuntu5"),
        "0.104");
  }

  private static void refused(TreeHost host, String why) {
    assertThatThrownBy(() -> keep(host, "netplan", TSO_OFF))
        .isInstanceOf(UnhangException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aRuleOfUdevIsForOneFunctionAndSaysTheNewName() {
    TreeHost host = TreeHost.named("nobody");
    assertThat(text(keep(host, "udev-rule", TSO_OFF)))
        .endsWith(
            "ACTION==\"add\", SUBSYSTEM==\"net\", KERNELS==\"0000:00:1f.6\","
                + " RUN+=\"/usr/sbin/ethtool -K $name tso off\"\n");
    assertThat(text(keep(host, "udev-rule", ASPM_OFF)))
        .endsWith(
            "RUN+=\"/usr/bin/sh -c"
                + " 'echo 0 > /sys/bus/pci/devices/0000:00:1f.6/link/l1_aspm'\"\n");
  }

  @Test
  void aFileOfThatNameThatSomebodyElseWroteIsLeftAlone() {
    TreeHost host =
        TreeHost.named("nobody").with("/etc/udev/rules.d/99-unhang-0000-00-1f.6.rules", "# mine\n");
    assertThatThrownBy(() -> keep(host, "udev-rule", TSO_OFF))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("unhang did not write it");
  }

  @Test
  void wickedIsToldApartAndItsLinesAreSaid() {
    TreeHost host =
        TreeHost.named("nobody")
            .with("/usr/sbin/wicked", "")
            .with("/etc/sysconfig/network/ifcfg-eno1", "BOOTPROTO='dhcp'\n");
    assertThat(new Backends(host).governing(nic(host)))
        .hasValueSatisfying(backend -> assertThat(backend.name()).isEqualTo("wicked"));
    assertThatThrownBy(() -> keep(host, "wicked", TSO_OFF))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("does not edit wicked's files")
        .satisfies(refused ->
            assertThat(((CannotChange) refused).hint())
                .contains("/etc/sysconfig/network/ifcfg-eno1")
                .contains("ETHTOOL_OPTIONS='-K eno1 tso off'")
                .contains("--keep-by udev-rule"));
  }

  @Test
  void wickedGovernsNothingWhereNetworkManagerHasTheNetwork() {
    TreeHost host =
        TreeHost.named("nobody")
            .with("/usr/sbin/wicked", "")
            .with("/etc/sysconfig/network/ifcfg-eno1", "BOOTPROTO='dhcp'\n")
            .withLink(
                "/etc/systemd/system/network.service",
                "/usr/lib/systemd/system/NetworkManager.service");
    assertThat(new Backends(host).governing(nic(host))).isEmpty();
    assertThat(nic(host).settings()).isInstanceOf(Reading.Read.class);
  }

  /// A host that starts both netctl and ConnMan, whatever they find to set up.
  private static TreeHost withBoth() {
    String wants = "/etc/systemd/system/multi-user.target.wants/";
    return TreeHost.named("nobody")
        .with(wants + "netctl@lan.service", "")
        .with(wants + "connman.service", "");
  }

  /// A line that may be in such a file is neither there nor not there.
  @ParameterizedTest
  @CsvSource({
    "/etc/sysconfig/network/ifcfg-eno1, wicked's files",
    "/etc/wicked/ifconfig/all.xml, wicked's files",
    "/etc/netctl/lan, netctl's profiles",
    "/etc/conf.d/net, netifrc's configuration"
  })
  void whatMaySwitchOffloadsAndIsNotReadLeavesAGap(String path, String what) {
    TreeHost host = withBoth().with(path, "");
    assertThat(nic(host).settings())
        .isInstanceOfSatisfying(
            Reading.Partly.class,
            partly ->
                assertThat(partly.troubles().toString())
                    .contains(path.substring(0, path.lastIndexOf('/')))
                    .contains(what)
                    .contains("not read"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/sysconfig/network/ifcfg-eno2",
        "/etc/netctl/examples/bonding",
        "/etc/connman/main.conf",
        "/etc/NIXOS"
      })
  void whatSwitchesNoOffloadOfThisNicLeavesNone(String path) {
    assertThat(nic(withBoth().with(path, "")).settings()).isInstanceOf(Reading.Read.class);
  }

  @ParameterizedTest
  @CsvSource({"/etc/netctl/lan, netctl's profiles", "/etc/connman/main.conf, ConnMan's conf"})
  void whoMaySetItUpIsNamedAndUdevKeepsValuesWhenAsked(String path, String who) {
    TreeHost host = withBoth().with(path, "Interface=eno1\n");
    Keeping unasked = new Keeping(host, Optional.empty(), Set.of());
    assertThatThrownBy(() -> unasked.keep(nic(host), List.of(TSO_OFF)))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("not looked at: ")
        .hasMessageContaining(who)
        .satisfies(
            refused -> assertThat(((CannotChange) refused).hint()).contains("--keep-by udev-rule"));
    assertThat(text(keep(host, "udev-rule", TSO_OFF))).contains("-K $name tso off");
  }

  @Test
  void aUnitFindsTheNicByItsFunctionAndCannotFail() {
    assertThat(text(keep(TreeHost.named("nobody"), "systemd-unit", TSO_OFF)))
        .contains(
            "ExecStart=-/usr/bin/sh -c 'cd /sys/bus/pci/devices/0000:00:1f.6/net && for nic in *;"
                + " do /usr/sbin/ethtool -K $$nic tso off; done'\n");
  }

  @Test
  void onNixosTheOptionsArePrintedAndNothingIsWritten() {
    assertThat(keep(TreeHost.named("nixos"), "nixos", TSO_OFF))
        .isInstanceOfSatisfying(
            Kept.ByHand.class,
            hand ->
                assertThat(hand.text())
                    .contains("matchConfig.PermanentMACAddress = \"52:54:00:00:00:01\";")
                    .contains("NamePolicy = \"keep kernel database onboard slot path\";")
                    .contains("TCP6SegmentationOffload = false;"));
    assertThat(new Backends(TreeHost.named("nixos")).governing(nic(TreeHost.named("nixos"))))
        .hasValueSatisfying(backend -> assertThat(backend.name()).isEqualTo("nixos"));
  }

  @Test
  void kernelArgumentsGoWhereWhatBootedTookThemFrom() {
    Kept grub = keep(TreeHost.named("grub"), "kernel-arguments", ASPM_OFF);
    assertThat(text(grub))
        .contains("GRUB_CMDLINE_LINUX_DEFAULT=\"quiet pcie_aspm.policy=performance\"\n");
    assertThat(((Kept.Written) grub).actions().getLast())
        .isEqualTo(new Action.Refresh(List.of("/usr/sbin/update-grub")));
    Kept efi = keep(TreeHost.named("proxmox-efi"), "kernel-arguments", ASPM_OFF);
    assertThat(text(efi))
        .isEqualTo("root=ZFS=rpool/ROOT/pve-1 boot=zfs pcie_aspm.policy=performance\n");
    assertThat(((Kept.Written) efi).actions().getLast())
        .isEqualTo(new Action.Refresh(List.of("/usr/sbin/proxmox-boot-tool", "refresh")));
  }

  @Test
  void whatBootedIsNeverGuessed() {
    TreeHost unread = TreeHost.named("grub").deny("/proc/cmdline");
    assertThat(keep(unread, "kernel-arguments", ASPM_OFF))
        .isInstanceOfSatisfying(
            Kept.ByHand.class, hand -> assertThat(hand.text()).contains("was not read"));
  }

  @Test
  void kernelArgumentsAreRefusedOrPrintedWhereSomethingElseGaveThem() {
    TreeHost other =
        TreeHost.named("grub")
            .with("/etc/default/grub", "GRUB_CMDLINE_LINUX_DEFAULT=\"quiet mitigations=off\"\n");
    assertThatThrownBy(() -> keep(other, "kernel-arguments", ASPM_OFF))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("mitigations=off");
    TreeHost efistub = TreeHost.named("grub").with("/proc/cmdline", "root=/dev/sda1 ro\n");
    assertThat(keep(efistub, "kernel-arguments", ASPM_OFF)).isInstanceOf(Kept.ByHand.class);
    TreeHost already =
        TreeHost.named("grub")
            .with("/proc/cmdline", "BOOT_IMAGE=/x quiet pcie_aspm.policy=performance\n");
    assertThat(((Kept.Written) keep(already, "kernel-arguments", ASPM_OFF)).actions()).isEmpty();
    assertThatThrownBy(() -> keep(TreeHost.named("grub"), "kernel-arguments", TSO_OFF))
        .isInstanceOf(EditRefused.class);
  }
}
