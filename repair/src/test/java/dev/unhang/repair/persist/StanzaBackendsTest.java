package dev.unhang.repair.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.Repair;
import dev.unhang.repair.Undo;
import dev.unhang.repair.plan.Planner;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What backends that write into stanzas of interfaces(5) put there, and what they don't touch.
class StanzaBackendsTest {
  private static final String INTERFACES = "/etc/network/interfaces";
  private static final String PENDING = "/etc/network/interfaces.new";
  private static final Tuning TSO_OFF = new Tuning.Offload(OffloadGroup.TSO, false);

  private static NicFacts nic(TreeHost host) {
    return Nics.read(host, TreeKernel.NIC).orElseThrow();
  }

  private static Kept.Written keep(
      TreeHost host, String backend, Tuning value, Consent... consents) {
    Keeping keeping = new Keeping(host, new Backends(host).named(backend), Set.of(consents));
    return (Kept.Written) keeping.keep(nic(host), List.of(value)).kept();
  }

  /// The file as it would be.
  private static String after(Kept.Written kept, String path) {
    return kept.actions().stream()
        .filter(Action.WriteFile.class::isInstance)
        .map(action -> ((Action.WriteFile) action).edit())
        .filter(edit -> edit.path().value().equals(path))
        .map(edit -> edit.after().utf8())
        .findFirst()
        .orElseThrow();
  }

  private static String line(Tuning value) {
    TreeHost host = TreeHost.named("ifupdown2");
    return after(keep(host, "interfaces-post-up", value), INTERFACES)
        .lines()
        .filter(line -> line.contains("post-up"))
        .findFirst()
        .orElseThrow()
        .strip();
  }

  @Test
  void everyValueHasItsPostUpLine() {
    assertThat(line(TSO_OFF)).isEqualTo("post-up /usr/sbin/ethtool -K $IFACE tso off || true");
    assertThat(line(new Tuning.EnergyEfficiency(false)))
        .isEqualTo("post-up /usr/sbin/ethtool --set-eee $IFACE eee off || true");
    assertThat(line(new Tuning.FlowControl(new Pause(false, false, false))))
        .isEqualTo("post-up /usr/sbin/ethtool -A $IFACE autoneg off rx off tx off || true");
    assertThat(line(new Tuning.RingLength("tx", 4096)))
        .isEqualTo("post-up /usr/sbin/ethtool -G $IFACE tx 4096 || true");
    assertThat(line(new Tuning.Coalescing(new Parameter("rx-usecs", 20))))
        .isEqualTo("post-up /usr/sbin/ethtool -C $IFACE rx-usecs 20 || true");
    assertThat(line(new Tuning.DriverFlag(new PrivateFlag("disable-k1", true))))
        .isEqualTo("post-up /usr/sbin/ethtool --set-priv-flags $IFACE disable-k1 on || true");
    assertThat(
            line(new Tuning.Aspm(PciAddress.parse("0000:00:1f.6").orElseThrow(), "l1_aspm", false)))
        .isEqualTo("post-up echo 0 > /sys/bus/pci/devices/0000:00:1f.6/link/l1_aspm || true");
  }

  @Test
  void aFlagThatAShellWouldRunIsRefused() {
    Tuning flag = new Tuning.DriverFlag(new PrivateFlag("x; reboot", true));
    assertThatThrownBy(() -> line(flag)).isInstanceOf(EditRefused.class);
  }

  @Test
  void keysAreRefusedForWhatTheyHaveNoWordFor() {
    TreeHost host = TreeHost.named("ifupdown2");
    for (String backend : List.of("ifupdown2-keys", "ethtool-hook-keys")) {
      assertThatThrownBy(() -> keep(host, backend, new Tuning.EnergyEfficiency(false)))
          .as(backend)
          .isInstanceOf(EditRefused.class)
          .hasMessageContaining("no key");
    }
  }

  @Test
  void theHookHasKeysForPauseFramesAndRings() {
    TreeHost host = TreeHost.named("ethtool-hook");
    Tuning pause = new Tuning.FlowControl(new Pause(false, false, false));
    assertThat(after(keep(host, "ethtool-hook-keys", pause), INTERFACES))
        .endsWith(
            "\toffload-gro off\n"
                + "\tethernet-pause-autoneg off\n"
                + "\tethernet-pause-rx off\n"
                + "\tethernet-pause-tx off\n");
  }

  /// The addon compares the second NIC with the first one's state.
  @Test
  void ifupdown2sKeyForGroIsRefusedWhereAnotherStanzaHasKeys() {
    TreeHost host =
        TreeHost.named("ifupdown2-keys")
            .with(
                INTERFACES,
                "auto eno1\n"
                    + "iface eno1 inet dhcp\n"
                    + "auto eno2\n"
                    + "iface eno2 inet dhcp\n"
                    + " gro-offload off\n");
    Tuning gro = new Tuning.Offload(OffloadGroup.GRO, false);
    assertThatThrownBy(() -> keep(host, "ifupdown2-keys", gro)).isInstanceOf(EditRefused.class);
    assertThat(after(keep(host, "ifupdown2-keys", TSO_OFF), INTERFACES))
        .contains("iface eno1 inet dhcp\n tso-offload off\n");
  }

  @Test
  void anOppositeLineIsShownAndOnlyChangedWithConsent() {
    TreeHost host =
        TreeHost.named("ifupdown2")
            .with(
                INTERFACES,
                "auto eno1\n"
                    + "iface eno1 inet dhcp\n"
                    + "\ttso-offload on\n"
                    + "\tup ethtool -K eno1 gro off tso on\n");
    assertThatThrownBy(() -> keep(host, "interfaces-post-up", TSO_OFF))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("interfaces:3 says the opposite: tso-offload on");
    assertThat(after(keep(host, "interfaces-post-up", TSO_OFF, Consent.TAKE_OVER), INTERFACES))
        .isEqualTo(
            "auto eno1\niface eno1 inet dhcp\n\ttso-offload off\n"
                + "\tup ethtool -K eno1 gro off tso off\n"
                + "\tpost-up /usr/sbin/ethtool -K $IFACE tso off || true\n");
  }

  @Test
  void aLineWithANameThatIsGoneIsNotedAndTakenOverWithConsent() {
    TreeHost host =
        TreeHost.named("ifupdown2")
            .with(
                INTERFACES,
                "auto eno1\niface eno1 inet dhcp\n\tpost-up ethtool -K enp0s25 tso off\n");
    assertThat(keep(host, "interfaces-post-up", TSO_OFF).notes())
        .anySatisfy(note -> assertThat(note).contains("no interface is called enp0s25"));
    assertThat(after(keep(host, "interfaces-post-up", TSO_OFF, Consent.TAKE_OVER), INTERFACES))
        .contains("\tpost-up ethtool -K $IFACE tso off\n");
  }

  @Test
  void whileAFileIsPendingItIsRefusedAndTheDifferenceShown() {
    TreeHost host = TreeHost.named("ifupdown2");
    String now = host.text(INTERFACES);
    host.with(PENDING, now.replace("192.0.2.2", "192.0.2.3"));
    assertThatThrownBy(() -> keep(host, "interfaces-post-up", TSO_OFF))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("+        address 192.0.2.3/24")
        .satisfies(refused -> assertThat(((UnhangException) refused).hint()).contains("--both"));
  }

  @Test
  void withConsentBothFilesGetTheLine() {
    TreeHost host = TreeHost.named("ifupdown2");
    String now = host.text(INTERFACES);
    host.with(PENDING, now.replace("192.0.2.2", "192.0.2.3"));
    Kept.Written kept = keep(host, "interfaces-post-up", TSO_OFF, Consent.BOTH_FILES);
    for (String path : List.of(INTERFACES, PENDING)) {
      assertThat(after(kept, path)).contains("-K $IFACE tso off || true");
    }
    assertThat(after(kept, PENDING)).contains("192.0.2.3");
  }

  @Test
  void aPendingFileThatRenamesTheNicIsRefused() {
    TreeHost host = TreeHost.named("ifupdown2");
    host.with(PENDING, host.text(INTERFACES).replace("eno1", "nic0"));
    assertThatThrownBy(() -> keep(host, "interfaces-post-up", TSO_OFF, Consent.BOTH_FILES))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("another name");
  }

  /// Proxmox VE's pinning tool writes both files; the line goes to the name of each.
  @Test
  void whereALinkFileRenamesTheNicTheWaitingStanzaGetsTheLine() {
    TreeHost host = TreeHost.named("ifupdown2");
    host.with(PENDING, host.text(INTERFACES).replace("eno1", "nic0"));
    host.with(
        "/usr/local/lib/systemd/network/50-pve-nic0.link",
        "[Match]\nMACAddress=52:54:00:00:00:01\nType=ether\n[Link]\nName=nic0\n");
    Kept.Written kept = keep(host, "interfaces-post-up", TSO_OFF, Consent.BOTH_FILES);
    assertThat(after(kept, INTERFACES)).contains("iface eno1").contains("-K $IFACE tso off");
    assertThat(after(kept, PENDING)).contains("iface nic0").contains("-K $IFACE tso off");
  }

  /// ifupdown-ng runs commands, reads one name behind `auto`, and renames keys of the others.
  @Test
  void underIfupdownNgALineIsKeptAndAKeyIsNot() {
    TreeHost host =
        TreeHost.named("ifupdown2")
            .without("/usr/share/ifupdown2")
            .with("/usr/share/ifupdown-ng/sbin/networking", "")
            .with("/etc/network/if-up.d/ethtool", "")
            .with(INTERFACES, "auto eno1\niface eno1 inet manual\n");
    assertThat(after(keep(host, "interfaces-post-up", TSO_OFF), INTERFACES))
        .contains("post-up /usr/sbin/ethtool -K $IFACE tso off || true");
    assertThatThrownBy(() -> keep(host, "ethtool-hook-keys", TSO_OFF))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("ifupdown-ng gives the keys other names");
    assertThatThrownBy(() -> keep(host, "ifupdown2-keys", TSO_OFF))
        .isInstanceOf(CannotChange.class);
    host.with(INTERFACES, "auto lo eno1\niface eno1 inet manual\n");
    assertThatThrownBy(() -> keep(host, "interfaces-post-up", TSO_OFF))
        .hasMessageContaining("no program would run the line");
  }

  /// ifupdown2 knows no mappings (3.0.0, `ifup -a -n -v`).
  @Test
  void aMappingIsRefusedWhereTheProgramReadsIt() {
    String text = "auto eno1\nmapping eno*\n script /usr/local/sbin/which\niface eno1 inet dhcp\n";
    TreeHost host = TreeHost.named("ethtool-hook").with(INTERFACES, text);
    assertThatThrownBy(() -> keep(host, "interfaces-post-up", TSO_OFF))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("mapping eno*");
    assertThat(
            keep(TreeHost.named("ifupdown2").with(INTERFACES, text), "interfaces-post-up", TSO_OFF)
                .actions())
        .isNotEmpty();
  }

  @Test
  void aStanzaOfSeveralInterfacesIsRefused() {
    TreeHost host =
        TreeHost.named("ifupdown2")
            .with(INTERFACES, "auto eno1\niface eno[1-4] inet manual\n\tmtu 1500\n");
    assertThatThrownBy(() -> keep(host, "interfaces-post-up", TSO_OFF))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("'iface eno[1-4]' is for 4 interfaces");
  }

  @Test
  void theLineGoesIntoTheStanzaThatIsRun() {
    TreeHost host =
        TreeHost.named("ethtool-hook")
            .with(INTERFACES, "auto eno1=home\niface home inet manual\n\tmtu 1500\n");
    Action.WriteFile file =
        (Action.WriteFile) keep(host, "interfaces-post-up", TSO_OFF).actions().getFirst();
    assertThat(file.edit().after().utf8())
        .isEqualTo(
            file.edit().before().utf8()
                + "\tpost-up /usr/sbin/ethtool -K $IFACE tso off || true\n");
  }

  /// As scripts write it that people run today.
  @Test
  void anothersUnitIsNotedAndStoppedWithConsent() {
    String unit = "/etc/systemd/system/disable-nic-offload-eno1.service";
    String link = "/etc/systemd/system/multi-user.target.wants/disable-nic-offload-eno1.service";
    TreeHost host =
        TreeHost.named("ifupdown2")
            .with(unit, "[Service]\nExecStart=/usr/sbin/ethtool -K eno1 gso off gro off tso off\n")
            .withLink(link, unit);
    assertThat(keep(host, "interfaces-post-up", TSO_OFF).notes())
        .anySatisfy(note -> assertThat(note).contains("another fix").contains("--take-over"));
    assertThat(keep(host, "interfaces-post-up", TSO_OFF, Consent.TAKE_OVER).actions())
        .anySatisfy(action ->
            assertThat(action)
                .isInstanceOfSatisfying(
                    Action.MakeEntry.class,
                    gone -> {
                      assertThat(gone.present()).isFalse();
                      assertThat(gone.path().value()).isEqualTo(link);
                    }));
  }

  @Test
  void undoStartsAnothersUnitAgain() {
    String unit = "/etc/systemd/system/disable-nic-offload-eno1.service";
    String link = "/etc/systemd/system/multi-user.target.wants/disable-nic-offload-eno1.service";
    TreeHost host =
        TreeHost.named("ifupdown2")
            .with(unit, "[Service]\nExecStart=/usr/sbin/ethtool -K eno1 tso off\n")
            .withLink(link, unit);
    Map<String, String> before = host.everything();
    SimHost clock = new SimHost(false);
    SimLedger ledger = new SimLedger(clock.clocks(), clock::bootId);
    Keeping keeping = new Keeping(host, Optional.empty(), Set.of(Consent.TAKE_OVER));
    Plan plan = new Planner(keeping).turnOff(nic(host), List.of(OffloadGroup.TSO), "test");
    List<PlannedStep> kept =
        plan.steps().stream()
            .filter(step -> !(step.action() instanceof Action.SwitchOffload))
            .toList();
    Change change =
        new Repair(host, host, ledger)
            .carryOut(
                new Plan(plan.nic(), plan.pci(), kept, List.of(), plan.digest()), "fix", step -> {})
            .change();
    assertThat(host.everything()).doesNotContainKey(link);
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(change));
    assertThat(host.everything()).isEqualTo(before);
  }

  @Test
  void aUnitThatSaysTheOppositeLaterIsRefused() {
    String unit = "/etc/systemd/system/fast.service";
    TreeHost host =
        TreeHost.named("ifupdown2")
            .with(unit, "[Service]\nExecStart=/usr/sbin/ethtool -K eno1 tso on\n")
            .withLink("/etc/systemd/system/multi-user.target.wants/fast.service", unit);
    assertThatThrownBy(() -> keep(host, "interfaces-post-up", TSO_OFF))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("fast.service:2 says the opposite");
  }

  /// `$IFACE` makes the lines of two NICs the same: each is found in its own stanza.
  @Test
  void undoAfterARewriteTakesTheLineOfItsOwnNic() {
    TreeHost host = TreeHost.named("ifupdown2");
    Kept.Written kept = keep(host, "interfaces-post-up", TSO_OFF);
    Action.WriteFile file = (Action.WriteFile) kept.actions().getFirst();
    String ours = "        post-up /usr/sbin/ethtool -K $IFACE tso off || true\n";
    String eno2 = "iface eno2 inet manual\n" + ours + "\n";
    String rewritten =
        file.edit().after().utf8().replace("iface eno1 inet", eno2 + "iface eno1 inet");
    assertThat(
            dev.unhang.repair.edit.Meanings.takeOut(
                    file.edit(), dev.unhang.model.evidence.Content.of(rewritten))
                .content()
                .utf8())
        .isEqualTo(
            file.edit().before().utf8().replace("iface eno1 inet", eno2 + "iface eno1 inet"));
  }

  @Test
  void aNameThatNoBackendHasIsNone() {
    assertThat(new Backends(TreeHost.named("nobody")).named("registry"))
        .isEqualTo(Optional.empty());
  }
}
