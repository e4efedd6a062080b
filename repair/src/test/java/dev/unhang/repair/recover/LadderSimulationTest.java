package dev.unhang.repair.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelQuestion.Addresses;
import dev.unhang.model.host.KernelQuestion.EeeOf;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.host.KernelQuestion.WakeOnLanOf;
import dev.unhang.model.host.ProbeAnswer;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.host.Prober;
import dev.unhang.model.host.Running;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.NegotiationReset;
import dev.unhang.model.proof.Proof;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.execute.Executor;
import dev.unhang.repair.guard.Circumstances;
import dev.unhang.sim.SimFault;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import dev.unhang.sim.SimMaster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The ladder on the simulated host, in virtual time: which rung mends which fault, and ten
/// thousand seeded runs in which orders are refused and the program is killed between any two of
/// them.
class LadderSimulationTest {
  private static final int RUNS = 10_000;
  private static final HostPath NO_IPV6 = new HostPath("/proc/sys/net/ipv6/conf/eno1/disable_ipv6");

  /// What the interface has besides, each by the program that gives it.
  private static final List<List<String>> GIVEN =
      List.of(
          List.of("ethtool", "-s", "eno1", "wol", "g"),
          List.of("bridge", "vlan", "add", "dev", "eno1", "vid", "100"),
          List.of("bridge", "vlan", "add", "dev", "eno1", "vid", "200", "untagged"),
          List.of("ip", "address", "replace", "198.51.100.7/24", "dev", "eno1"),
          List.of(
              "ip",
              "-4",
              "route",
              "replace",
              "203.0.113.0/24",
              "via",
              "198.51.100.1",
              "dev",
              "eno1"));

  /// Asks a gateway that never answers, and sends nothing to do so.
  private static final Prober NOBODY =
      new Prober() {
        @Override
        public ProbeAnswer probe(ProbeTarget target, Duration patience) {
          return new ProbeAnswer.Silent("no answer (simulated)");
        }

        @Override
        public String usual() {
          return "nothing (simulated)";
        }
      };

  /// Seeds of runs that once failed.
  private static final List<Long> REGRESSIONS = List.of();

  /// One run.
  private static final class Run implements HostControl, Recovery.Progress {
    private final SimHost host = new SimHost(false);
    private final SimLedger ledger = new SimLedger(host.clocks(), host::bootId);
    private final Random random;
    private final List<String> trace = new ArrayList<>();
    private final List<String> rungs = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private int orders;
    private int killAt = Integer.MAX_VALUE;
    private double refusals;
    private Set<String> overridden = Set.of();
    private final List<Duration> beginnings = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    private Run(long seed) {
      random = new Random(seed);
      host.order(
          new KernelOrder.SetFeatures(
              SimHost.NIC, List.of("tx-tcp-segmentation", "tx-tcp6-segmentation"), false));
      host.order(new KernelOrder.SetFeatures(SimHost.NIC, List.of("rx-fcs"), true));
      host.order(new KernelOrder.SetMtu(SimHost.NIC, 9000));
      host.order(new KernelOrder.Tune(SimHost.NIC, new Tuning.EnergyEfficiency(false)));
      host.write(NO_IPV6, "1\n");
      chip("0x153b");
      host.askedByRoot();
      for (List<String> given : GIVEN) {
        host.run(new Command(given, Duration.ofSeconds(1)));
      }
    }

    /// An I217-V, which no management engine shares, unless another is wanted.
    private void chip(String device) {
      host.write(new HostPath("/sys/bus/pci/devices/0000:00:19.0/device"), device + "\n");
      host.write(new HostPath("/sys/class/net/eno1/device/device"), device + "\n");
    }

    /// The program was killed.
    private static final class Killed extends RuntimeException {
      private static final long serialVersionUID = 1;
    }

    private NicFacts nic() {
      return Nics.read(host, SimHost.NIC).orElseThrow();
    }

    private Executor executor() {
      return new Executor(host, this, ledger);
    }

    private RecoveryContext context() {
      return new RecoveryContext(host, host.clocks());
    }

    private Recovery.Outcome climb() {
      return climb(true, host.prober());
    }

    private Recovery.Outcome climb(boolean sendsNothing, Prober prober) {
      NicFacts nic = nic();
      return new Recovery(context(), executor(), new SendsAgain(context(), prober, nic))
          .climb(
              nic,
              Circumstances.read(host, nic, sendsNothing, ledger.history(), host.clocks().wall()),
              overridden,
              this);
    }

    private void isCured() {
      assertThat(climb())
          .isInstanceOfSatisfying(
              Recovery.Outcome.Cured.class, cured -> assertThat(cured.left()).isEmpty());
    }

    private List<Change> pending() {
      return ledger.history().stream().filter(Change::isPending).toList();
    }

    @Override
    public void order(KernelOrder order) {
      trace.add(order.toString());
      assertThat(pending()).as("an order is on record before it is given").isNotEmpty();
      if (++orders == killAt) {
        throw new Killed();
      }
      if (random.nextDouble() < refusals) {
        throw new CannotChange(order.what(), order.where(), "refused by chance", "");
      }
      host.order(order);
    }

    @Override
    public void run(Command command) {
      trace.add(command.line());
      host.run(command);
    }

    @Override
    public void replaceFile(FileEdit edit) {
      throw new AssertionError("no rung writes files");
    }

    @Override
    public void make(HostPath path, Entry entry) {
      throw new AssertionError("no rung makes files");
    }

    @Override
    public void remove(HostPath path, Entry entry) {
      throw new AssertionError("no rung removes files");
    }

    @Override
    public void detach(String name, List<String> argv) {
      throw new AssertionError("no rung starts programs");
    }

    @Override
    public Running start(Command command, ByteSink out) {
      throw new AssertionError("no rung starts programs");
    }

    @Override
    public void leftOut(Rung rung, String why) {
      rungs.add("not " + rung.about().id());
    }

    @Override
    public void begins(Rung rung, List<String> commands) {
      rungs.add(rung.about().id().value());
      beginnings.add(host.clocks().monotonic());
    }

    @Override
    public void waits(Duration longest) {
      waits.add(longest);
    }

    @Override
    public void refused(Rung rung, String why) {}

    @Override
    public void proved(Rung rung, Proof proof, Duration took) {
      proofs.add(proof);
    }

    private String printed(String... argv) {
      return host.command(new Command(List.of(argv), Duration.ofSeconds(1)))
          .known()
          .orElseThrow()
          .out()
          .utf8();
    }

    /// The interface has all it had: its bridge, MTU, features, values, what wakes it, its VLANs,
    /// addresses and routes.
    private void isWhole() {
      Link link =
          host.kernel().ask(new Links()).known().orElseThrow().stream()
              .filter(each -> each.name().equals(SimHost.NIC))
              .findFirst()
              .orElseThrow(() -> new AssertionError("the interface is lost"));
      assertThat(link.stacking().master()).as("its bridge").isPresent();
      assertThat(link.state().mtu()).contains(9000);
      Offloads features = host.kernel().ask(new OffloadsOf(SimHost.NIC)).known().orElseThrow();
      assertThat(features.named("tx-tcp-segmentation").map(Offload::active)).contains(false);
      assertThat(features.named("rx-fcs").map(Offload::active))
          .as("what its driver leaves off")
          .contains(true);
      assertThat(host.kernel().ask(new EeeOf(SimHost.NIC)).known().orElseThrow().enabled())
          .isFalse();
      assertThat(host.kernel().ask(new WakeOnLanOf(SimHost.NIC)).known().orElseThrow().enabled())
          .as("what wakes it")
          .containsExactly("magic");
      assertThat(printed("bridge", "-compressvlans", "vlan", "show", "dev", "eno1"))
          .as("its VLANs")
          .contains("1 PVID Egress Untagged\n", " 100\n", " 200 Egress Untagged\n");
      assertThat(
              host.kernel().ask(new Addresses()).known().orElseThrow().stream()
                  .map(Object::toString))
          .as("its address")
          .anyMatch(address -> address.contains("198.51.100.7"));
      assertThat(printed("ip", "-4", "route", "show", "dev", "eno1"))
          .as("its route")
          .contains("203.0.113.0/24 via 198.51.100.1");
      assertThat(host.read(NO_IPV6).known().orElseThrow().utf8()).as("its sysctl").isEqualTo("1\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRANSMIT_STOPPED | restart-negotiation | 2",
        "DMA_STOPPED | not restart-negotiation, not bounce-link, rebind-driver | 3",
        "LOST_BY_DRIVER | restart-negotiation, bounce-link, rebind-driver, rescan-bus | 150"
      })
  void eachFaultIsMendedByItsRungAndNotBefore(SimFault fault, String rungs, long seconds) {
    Run run = new Run(1);
    run.host.hang(fault);
    assertThat(run.climb())
        .isInstanceOfSatisfying(
            Recovery.Outcome.Cured.class,
            cured -> {
              assertThat(cured.left()).isEmpty();
              assertThat(cured.took()).isLessThanOrEqualTo(Duration.ofSeconds(seconds));
            });
    assertThat(String.join(", ", run.rungs)).isEqualTo(rungs);
    assertThat(run.pending()).isEmpty();
    run.isWhole();
  }

  @Test
  void whatNothingMendsIsSaidAndTheInterfaceIsLeftWhole() {
    Run run = new Run(1);
    run.host.hang(SimFault.BROKEN);
    assertThat(run.climb()).isInstanceOf(Recovery.Outcome.NotCured.class);
    assertThat(run.rungs).hasSize(Ladder.ALL.size());
    assertThat(run.proofs).noneMatch(Proof::holds);
    run.isWhole();
  }

  /// A port without portfast forwards 30 s after its link came back: a second flap would only begin
  /// that anew.
  @Test
  void aRingThatMovesEndsTheClimbThoughTheGatewayIsSilentYet() {
    Run run = new Run(1);
    run.host.forwardsAfter(Duration.ofSeconds(40));
    run.host.hang(SimFault.TRANSMIT_STOPPED);
    assertThat(run.climb())
        .isInstanceOfSatisfying(
            Recovery.Outcome.Cured.class,
            cured -> {
              assertThat(cured.proof().holds()).as("the gateway is silent").isFalse();
              assertThat(cured.took()).isLessThan(Duration.ofSeconds(15));
            });
    assertThat(run.rungs).containsExactly("restart-negotiation");
    run.isWhole();
  }

  @Test
  void noHarsherRungComesBeforeASwitchPortCouldForwardAndThatIsTold() {
    Run run = new Run(1);
    run.host.hang(SimFault.LOST_BY_DRIVER);
    run.isCured();
    assertThat(run.beginnings).hasSize(4);
    for (int i = 1; i < run.beginnings.size(); i++) {
      assertThat(run.beginnings.get(i).minus(run.beginnings.get(i - 1)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(45));
    }
    assertThat(run.waits).hasSize(3).allMatch(Duration::isPositive);
  }

  @Test
  void aSilentGatewayAloneIsNoReasonToDestroyTheInterface() {
    Run run = new Run(1);
    assertThat(run.climb(false, NOBODY))
        .isInstanceOfSatisfying(
            Recovery.Outcome.NotCured.class, none -> assertThat(none.standsStill()).isFalse());
    assertThat(String.join(", ", run.rungs))
        .isEqualTo("restart-negotiation, bounce-link, not rebind-driver, not rescan-bus");
    run.isWhole();
  }

  @Test
  void aDeviceWhoseRegistersReadAllOnesGetsNoRung() {
    Run run = new Run(1);
    run.host.hang(SimFault.TRANSMIT_STOPPED);
    run.host.readAllOnes();
    isRefused(run, "its registers read all ones", "power the host off");
  }

  @Test
  void aDeviceThatFellOffTheBusGetsNoRung() {
    Run run = new Run(1);
    run.host.hang(SimFault.TRANSMIT_STOPPED);
    run.host.fallOffTheBus();
    isRefused(run, "its configuration space reads all ones", "power the host off");
  }

  @Test
  void aChipThatThisKernelBringsDownFurtherGetsNoRung() {
    Run run = new Run(1);
    run.chip("0x550a");
    run.host.write(new HostPath("/proc/sys/kernel/osrelease"), "6.17.2-1-pve\n");
    run.host.hang(SimFault.TRANSMIT_STOPPED);
    isRefused(run, "receives nothing", "--override known-trap");
  }

  @Test
  void aPortThatAManagementEngineMayShareIsNotTakenFromItsDriver() {
    Run run = new Run(1);
    run.chip("0x153a");
    run.host.hang(SimFault.DMA_STOPPED);
    isRefused(run, "a management engine may share this port (I217-LM)", "management-path");
    run.overridden = Set.of("management-path");
    run.isCured();
    run.isWhole();
  }

  private static void isRefused(Run run, String why, String hint) {
    assertThatThrownBy(run::climb)
        .isInstanceOfSatisfying(
            CannotChange.class,
            refused -> {
              assertThat(refused.getMessage()).contains(why);
              assertThat(refused.hint()).contains(hint);
            });
    assertThat(run.trace).isEmpty();
    assertThat(run.ledger.history()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e1000e | ''",
        "igc    | ''",
        "r8169  | restarts the negotiation alone",
        "i40e   | restarts the negotiation alone",
        "sfc    | is not known here"
      })
  void negotiatingAnewIsARungOnlyWhereTheDriverResetsItsAdapterForIt(String driver, String why) {
    Optional<String> pointless = NegotiationReset.pointless(driver);
    assertThat(pointless.isPresent()).isEqualTo(!why.isEmpty());
    assertThat(pointless.orElse("")).contains(why);
  }

  /// Its place in the bond is given up for as long as it is repaired, so that the bond sends with
  /// another.
  @ParameterizedTest
  @EnumSource(names = {"TRANSMIT_STOPPED", "DMA_STOPPED"})
  void aSlaveIsTakenOutOfItsBondAndPutBack(SimFault fault) {
    Run run = new Run(1);
    run.host.portOf(SimMaster.BOND);
    run.host.hang(fault);
    run.isCured();
    assertThat(run.trace.getFirst()).startsWith("SetMaster").contains("master=Optional.empty");
    assertThat(run.proofs.getLast().checks())
        .as("another slave could have answered for it")
        .noneMatch(check -> check.subject().startsWith("gateway"));
    run.isWhole();
  }

  @Test
  void openVSwitchFetchesItsPortBack() {
    Run run = new Run(1);
    run.host.portOf(SimMaster.OPENVSWITCH);
    run.host.hang(SimFault.DMA_STOPPED);
    run.isCured();
    assertThat(run.trace).noneMatch(order -> order.startsWith("SetMaster"));
    run.isWhole();
  }

  @Test
  void aPortThatOpenVSwitchDoesNotFetchIsSaid() {
    Run run = new Run(1);
    run.host.portOf(SimMaster.OPENVSWITCH_ALONE);
    run.host.hang(SimFault.DMA_STOPPED);
    assertThat(run.climb())
        .isInstanceOfSatisfying(
            Recovery.Outcome.NotCured.class,
            lost ->
                assertThat(lost.left())
                    .singleElement()
                    .asString()
                    .contains("no port of Open vSwitch again", "ovs-vswitchd"));
    assertThat(run.pending()).as("it stays half done on record").isNotEmpty();
  }

  @Test
  void noStepThatDestroysThePortOfAnUnknownKindIsDone() {
    Run run = new Run(1);
    run.host.portOf(SimMaster.TEAM);
    run.host.hang(SimFault.DMA_STOPPED);
    assertThatThrownBy(run::climb)
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("that it is a port of vmbr0 (team)");
    assertThat(run.trace).isEmpty();
  }

  @Test
  void tenThousandLaddersWithRefusalsAndKillsLeaveNothingLost() {
    for (long seed = 0; seed < RUNS; seed++) {
      play(seed);
    }
    REGRESSIONS.forEach(LadderSimulationTest::play);
  }

  private static void play(long seed) {
    Run run = new Run(seed);
    SimFault[] faults = SimFault.values();
    SimFault fault = faults[run.random.nextInt(faults.length)];
    run.host.portOf(run.random.nextInt(3) == 0 ? SimMaster.BOND : SimMaster.BRIDGE);
    run.host.hang(fault);
    run.refusals = run.random.nextInt(3) * 0.1;
    run.killAt = run.random.nextBoolean() ? 1 + run.random.nextInt(20) : Integer.MAX_VALUE;
    try {
      climbOn(run);
      // Whatever went wrong: with a host that refuses nothing, one more recovery ends it.
      run.refusals = 0;
      run.killAt = Integer.MAX_VALUE;
      run.pending().forEach(new Interrupted(run.context(), run.executor())::finish);
      Recovery.Outcome last = run.climb();
      assertThat(last instanceof Recovery.Outcome.Cured).isEqualTo(fault != SimFault.BROKEN);
      assertThat(run.pending()).as("nothing is left half done").isEmpty();
      run.isWhole();
      inOrder(run);
    } catch (UnhangException | AssertionError failed) {
      throw new AssertionError(
          "seed " + seed + ", " + fault + ", rungs " + run.rungs + ", orders " + run.trace, failed);
    }
  }

  private static void climbOn(Run run) {
    try {
      run.climb();
    } catch (Run.Killed killed) {
      run.rungs.add("killed");
    } catch (UnhangException refused) {
      run.rungs.add("refused");
    }
  }

  /// A harsher rung comes only after a milder one; a new climb begins below.
  private static void inOrder(Run run) {
    List<String> ids = Ladder.ALL.stream().map(rung -> rung.about().id().value()).toList();
    int last = -1;
    for (String rung : run.rungs) {
      int at = ids.indexOf(rung.replace("not ", ""));
      assertThat(at < 0 || at == 0 || at > last).as("mildest first").isTrue();
      last = at < 0 ? -1 : at;
    }
  }
}
