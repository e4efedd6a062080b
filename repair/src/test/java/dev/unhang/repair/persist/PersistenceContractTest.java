package dev.unhang.repair.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.Repair;
import dev.unhang.repair.Undo;
import dev.unhang.repair.step.KeepValues;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every backend promises. Who adds one adds a row, and a made-up host to show it on.
class PersistenceContractTest {
  private static final List<Tuning> WANTED = List.of(new Tuning.Offload(OffloadGroup.TSO, false));

  /// @param backend by its name
  /// @param host the resource that holds it
  /// @param governs whether it is the one that sets eno1 up there
  /// @param keeper as what its line is read back
  /// @param needs paths, and beginnings of commands, each of which it refuses without
  record Sample(String backend, String host, boolean governs, Keeper keeper, List<String> needs) {
    Sample(String backend, String host, boolean governs, Keeper keeper, String... needs) {
      this(backend, host, governs, keeper, List.of(needs));
    }

    @Override
    public String toString() {
      return backend + " on " + host;
    }

    TreeHost tree() {
      return TreeHost.named(host);
    }
  }

  static Stream<Sample> samples() {
    String networking = "/etc/systemd/system/network-online.target.wants/networking.service";
    return Stream.of(
        new Sample(
            "interfaces-post-up",
            "ifupdown2",
            true,
            Keeper.INTERFACES,
            "/usr/sbin/ethtool",
            networking,
            "/etc/network/interfaces"),
        new Sample(
            "ifupdown2-keys",
            "ifupdown2-keys",
            true,
            Keeper.INTERFACES,
            "/usr/sbin/ethtool",
            networking,
            "/usr/share/ifupdown2"),
        new Sample("ifupdown2-keys", "ifupdown2", false, Keeper.INTERFACES, "/usr/sbin/ethtool"),
        new Sample(
            "ethtool-hook-keys",
            "ethtool-hook",
            true,
            Keeper.INTERFACES,
            "/usr/sbin/ethtool",
            "/etc/network/if-up.d/ethtool",
            "/usr/sbin/ifup"),
        new Sample(
            "ethtool-hook-keys",
            "ifupdown2",
            false,
            Keeper.INTERFACES,
            "/etc/network/if-up.d/ethtool",
            "/etc/network/ifupdown2/ifupdown2.conf"),
        new Sample(
            "netplan",
            "netplan",
            true,
            Keeper.NETPLAN,
            "/usr/lib/systemd/system-generators/netplan",
            "dpkg-query",
            "/etc/netplan"),
        new Sample(
            "ifcfg",
            "ifcfg",
            true,
            Keeper.IFCFG,
            "/usr/sbin/ethtool",
            "/etc/rc.d/rc3.d",
            "/etc/sysconfig"),
        new Sample(
            "networkmanager",
            "networkmanager",
            true,
            Keeper.NETWORK_MANAGER,
            "/etc/systemd/system/multi-user.target.wants/NetworkManager.service",
            "/etc/NetworkManager"),
        new Sample(
            "systemd-link",
            "networkd",
            true,
            Keeper.LINK_FILE,
            "/usr/lib/udev/rules.d/80-net-setup-link.rules"),
        new Sample(
            "systemd-link",
            "networkd-shared",
            true,
            Keeper.LINK_FILE,
            "/usr/lib/udev/rules.d/80-net-setup-link.rules"),
        new Sample("systemd-link", "nobody", false, Keeper.LINK_FILE),
        new Sample(
            "udev-rule",
            "nobody",
            false,
            Keeper.UDEV_RULE,
            "/usr/sbin/ethtool",
            "/usr/lib/systemd/systemd-udevd"),
        new Sample(
            "systemd-unit",
            "nobody",
            false,
            Keeper.UNIT,
            "/usr/sbin/ethtool",
            "/usr/bin/sh",
            "/usr/lib/systemd/systemd"));
  }

  private static Persistence backend(Sample sample, TreeHost host) {
    return new Backends(host).named(sample.backend()).orElseThrow();
  }

  private static NicFacts nic(TreeHost host) {
    return Nics.read(host, TreeKernel.NIC).orElseThrow();
  }

  private static List<Action> keep(Sample sample, TreeHost host) {
    Kept kept = backend(sample, host).keep(new Wanted(nic(host), WANTED, Set.of()));
    return ((Kept.Written) kept).actions();
  }

  /// Carries actions out as fix does.
  private static Repair.Outcome carryOut(List<Action> actions, TreeHost host, SimLedger ledger) {
    List<PlannedStep> steps =
        actions.stream().map(action -> KeepValues.plan(action, WANTED, "test")).toList();
    return new Repair(host, host, ledger)
        .carryOut(
            new Plan(TreeKernel.NIC, Optional.empty(), steps, List.of(), "test"),
            "test",
            step -> {});
  }

  private static SimLedger ledger() {
    SimHost clock = new SimHost(false);
    return new SimLedger(clock.clocks(), clock::bootId);
  }

  private static Change fixed(Sample sample, TreeHost host, SimLedger ledger) {
    Repair.Outcome outcome = carryOut(keep(sample, host), host, ledger);
    assertThat(outcome).isInstanceOf(Repair.Outcome.Done.class);
    return outcome.change();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void itGovernsJustWhereItSetsTheNicUp(Sample sample) {
    TreeHost host = sample.tree();
    assertThat(backend(sample, host).governs(nic(host)).isPresent()).isEqualTo(sample.governs());
    assertThat(
            new Backends(host)
                .governing(nic(host))
                .map(Persistence::name)
                .equals(Optional.of(sample.backend())))
        .isEqualTo(sample.governs());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void whatItWroteIsReadAsKeptAtBoot(Sample sample) {
    TreeHost host = sample.tree();
    assertThat(nic(host).isKeptOff(OffloadGroup.TSO)).isFalse();
    fixed(sample, host, ledger());
    assertThat(nic(host).isKeptOff(OffloadGroup.TSO)).isTrue();
    assertThat(nic(host).atBoot().orElseThrow().deciding(OffloadGroup.TSO).map(Setting::keeper))
        .contains(sample.keeper());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void theOtherNicIsNotSet(Sample sample) {
    TreeHost host = sample.tree();
    fixed(sample, host, ledger());
    NicFacts other = Nics.read(host, new dev.unhang.model.id.InterfaceName("eno2")).orElseThrow();
    assertThat(other.atBoot().orElseThrow().of(OffloadGroup.TSO)).noneMatch(Setting::runsAtBoot);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void aSecondTimeThereIsNothingToDo(Sample sample) {
    TreeHost host = sample.tree();
    fixed(sample, host, ledger());
    assertThat(keep(sample, host)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void undoGivesBackEveryByteAndEveryEntry(Sample sample) {
    TreeHost host = sample.tree();
    Map<String, String> before = host.everything();
    SimLedger ledger = ledger();
    Change change = fixed(sample, host, ledger);
    assertThat(host.everything()).isNotEqualTo(before);
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(change));
    assertThat(host.everything()).isEqualTo(before);
  }

  /// Somebody writes a line above ours and one below it: theirs stay, ours goes.
  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void undoFindsItsLinesInAFileThatOthersWrote(Sample sample) {
    TreeHost host = sample.tree();
    SimLedger ledger = ledger();
    Change change = fixed(sample, host, ledger);
    for (Action action : change.actions()) {
      if (action instanceof Action.WriteFile file) {
        String path = file.edit().path().value();
        host.with(path, "# above\n" + host.text(path) + "# below\n");
        Undo undo = new Undo(host, host, ledger);
        undo.carryOut(undo.plan(change));
        assertThat(host.text(path))
            .isEqualTo("# above\n" + file.edit().before().utf8() + "# below\n");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void itRefusesWithoutWhatItNeeds(Sample sample) {
    for (String need : sample.needs()) {
      TreeHost host = sample.tree().without(need);
      assertThatThrownBy(() -> keep(sample, host))
          .as("without %s", need)
          .isInstanceOf(UnhangException.class)
          .satisfies(refused -> assertThat(((UnhangException) refused).hint()).isNotBlank());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void onAReadOnlyDiskNothingIsHalfDone(Sample sample) {
    TreeHost host = sample.tree();
    List<Action> actions = keep(sample, host);
    Map<String, String> before = host.everything();
    assertThat(carryOut(actions, host.readOnly(), ledger()))
        .isInstanceOfSatisfying(
            Repair.Outcome.TakenBack.class,
            back -> assertThat(back.because()).hasMessageContaining("EROFS"));
    assertThat(host.everything()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void aFileThatMayNotBeReadIsNotWritten(Sample sample) {
    TreeHost host = sample.tree();
    List<String> paths =
        keep(sample, host).stream()
            .filter(Action.WriteFile.class::isInstance)
            .map(Action.WriteFile.class::cast)
            .map(Action.WriteFile::edit)
            .map(FileEdit::path)
            .map(HostPath::value)
            .toList();
    for (String path : paths) {
      assertThatThrownBy(() -> keep(sample, host.deny(path))).isInstanceOf(UnhangException.class);
    }
  }

  /// A later fix adds to what the first one wrote.
  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void aSecondValueJoinsTheFirst(Sample sample) {
    TreeHost host = sample.tree();
    fixed(sample, host, ledger());
    Kept more =
        backend(sample, host)
            .keep(
                new Wanted(
                    nic(host), List.of(new Tuning.Offload(OffloadGroup.GSO, false)), Set.of()));
    carryOut(((Kept.Written) more).actions(), host, ledger());
    assertThat(nic(host).isKeptOff(OffloadGroup.TSO)).isTrue();
    assertThat(nic(host).isKeptOff(OffloadGroup.GSO)).isTrue();
  }

  @Test
  void whereNobodyGovernsItIsRefusedWithWhatWasLookedAt() {
    TreeHost host = TreeHost.named("nobody");
    assertThatThrownBy(() -> new Keeping(host, Optional.empty(), Set.of()).keep(nic(host), WANTED))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("no stanza")
        .hasMessageContaining("NetworkManager");
  }
}
