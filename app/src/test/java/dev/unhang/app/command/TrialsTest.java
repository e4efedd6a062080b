package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.Repair;
import dev.unhang.repair.Trial;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.plan.Planner;
import dev.unhang.sim.SimHost;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// A trial that goes on: what other commands do about it, and how the person who began it ends it.
class TrialsTest {
  private static final Duration LENGTH = Duration.ofMinutes(2);

  private final SimWiring pve = new SimWiring();

  private TestConsole unhang(String... words) {
    return TestConsole.run(pve, words);
  }

  /// tso goes off, on trial.
  private Change tried() {
    Host host = pve.live();
    NicFacts nic = Nics.read(host.view(), SimHost.NIC).orElseThrow();
    Plan plan = planner(host, nic);
    Repair.Outcome outcome =
        new Trial(
                host.view(),
                host.control(),
                host.ledger(),
                (change, length) -> host.ledger().reached(change, Change.State.ARMED))
            .begin(plan, "fix eno1", LENGTH, step -> {});
    assertThat(outcome).isInstanceOf(Repair.Outcome.OnTrial.class);
    return outcome.change();
  }

  private static Plan planner(Host host, NicFacts nic) {
    return new Planner(new Keeping(host.view(), Optional.empty(), Set.of()))
        .set(nic, List.of(OffloadGroup.TSO), List.of(), "because");
  }

  private boolean tsoIsOn() {
    return pve.host()
        .kernel()
        .ask(new OffloadsOf(SimHost.NIC))
        .known()
        .orElseThrow()
        .named("tx-tcp-segmentation")
        .map(Offload::active)
        .orElseThrow();
  }

  private String state() {
    return unhang("history").out();
  }

  @Test
  void fixRefusesAndSaysWhatToType() {
    tried();
    for (String[] words :
        List.of(
            new String[] {"fix", "eno1", "--yes"},
            new String[] {"fix", "eno1", "--dry-run"},
            new String[] {"fix", "eno1", "--set", "gso", "--yes"},
            new String[] {"plan", "eno1"},
            new String[] {"plan", "eno1", "--json"})) {
      TestConsole refused = unhang(words);
      assertThat(refused.exit()).isEqualTo(4);
      assertThat(refused.err()).contains("change 1 is on trial", "unhang confirm", "unhang undo 1");
    }
    assertThat(state()).contains("on trial").doesNotContain("\n2 ");
  }

  @Test
  void onceItIsKeptFixGoesOn() {
    tried();
    assertThat(unhang("confirm").exit()).isZero();
    assertThat(unhang("fix", "eno1", "--set", "gso", "--yes").exit()).isZero();
    assertThat(tsoIsOn()).isFalse();
  }

  @Test
  void undoEndsItAndLeavesOthersUntilThen() {
    assertThat(unhang("fix", "eno1", "--set", "gso", "--yes").exit()).isZero();
    tried();
    TestConsole other = unhang("undo", "1", "--yes");
    assertThat(other.exit()).isEqualTo(4);
    assertThat(other.err()).contains("change 2 is on trial", "unhang undo 2");
    assertThat(unhang("undo", "2", "--yes").exit()).isZero();
    assertThat(tsoIsOn()).isTrue();
    assertThat(unhang("undo", "1", "--yes").exit()).isZero();
  }

  /// A trial that a reboot ended is none any more.
  @Test
  void aTrialOfAnotherBootHoldsNothingUp() {
    tried();
    pve.powerCycle();
    assertThat(unhang("fix", "eno1", "--yes").exit()).isZero();
  }

  @Test
  void verifyTellsOfTheTrialAndThatItWillNotLast() {
    tried();
    TestConsole during = unhang("verify", "eno1");
    assertThat(during.exit()).isEqualTo(1);
    assertThat(during.out()).contains("tso now", "pass", "tso at boot", "FAIL");
    assertThat(during.err()).contains("change 1 is on trial", "unhang confirm");
    assertThat(unhang("confirm").exit()).isZero();
    TestConsole kept = unhang("verify", "eno1");
    assertThat(kept.exit()).isZero();
    assertThat(kept.err()).doesNotContain("on trial");
  }

  @Test
  void aDiskHasNothingThatCouldBeTried() {
    TestConsole refused = unhang("fix", "eno1", "--root", "/nowhere", "--try", "20s", "--yes");
    assertThat(refused.exit()).isEqualTo(64);
    assertThat(refused.err()).contains("--try", "leave it out");
  }

  @Test
  void whatSitsOnACardIsNotTheCard() {
    for (String command : List.of("plan", "fix", "verify", "recover", "load")) {
      TestConsole refused = unhang(command, "vmbr0");
      assertThat(refused.exit()).as(command).isEqualTo(4);
      assertThat(refused.err())
          .contains("it is a bridge; its card is eno1", "unhang " + command + " eno1");
    }
    TestConsole loopback = unhang("plan", "lo");
    assertThat(loopback.exit()).isEqualTo(4);
    assertThat(loopback.err()).contains("loopback").doesNotContain("iface lo");
  }

  /// The end of a trial, where another process has the lock for a while.
  @Test
  void theEndOfATrialNeverGivesUp() {
    tried();
    int[] left = {1000};
    Host host = pve.live();
    Wiring busy =
        wiring(
            new Host(
                host.view(),
                host.control(),
                host.events(),
                host.ledger(),
                host.clocks(),
                () -> {
                  if (left[0]-- > 0) {
                    throw new CannotChange(
                        "change this host", "", "another holds the lock", "wait");
                  }
                  return () -> {};
                },
                () -> true,
                true));
    TestConsole revert = TestConsole.run(busy, "revert", "1", "--after", "20");
    assertThat(revert.exit()).isZero();
    assertThat(left[0]).isNegative();
    assertThat(tsoIsOn()).isTrue();
    assertThat(state()).contains("undone");
  }

  @Test
  void enterKeepsIt() {
    Change change = tried();
    Duration at = pve.live().clocks().monotonic().plusSeconds(30);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExitCode kept =
        prompt(change, pve.live(), () -> pve.live().clocks().monotonic().compareTo(at) >= 0, out);
    assertThat(kept).isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Rolled back in 120 s", "Rolled back in 100 s", "Done, change 1");
    assertThat(state()).contains("done");
  }

  /// What was typed before it began was an answer to something else.
  @Test
  void anEnterOfBeforeDoesNotKeepIt() {
    Change change = tried();
    Host host = pve.live();
    Duration end = host.clocks().monotonic().plus(LENGTH);
    boolean[] unread = {true};
    Clocks ending =
        new Clocks() {
          @Override
          public Instant wall() {
            return host.clocks().wall();
          }

          @Override
          public Duration monotonic() {
            return host.clocks().monotonic();
          }

          @Override
          public void pause(Duration span) {
            host.clocks().pause(span);
            if (monotonic().compareTo(end) > 0) {
              host.ledger().reached(change, Change.State.UNDONE);
            }
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExitCode ended =
        prompt(
            change,
            new Host(
                host.view(),
                host.control(),
                host.events(),
                host.ledger(),
                ending,
                host.writer(),
                host.mayChange(),
                true),
            () -> {
              boolean was = unread[0];
              unread[0] = false;
              return was;
            },
            out);
    assertThat(ended).isEqualTo(ExitCode.TAKEN_BACK);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Change 1 is undone.");
  }

  /// @param typed whether an Enter waits to be read
  private static ExitCode prompt(
      Change change, Host host, BooleanSupplier typed, ByteArrayOutputStream out) {
    InputStream in =
        new InputStream() {
          private int left;

          @Override
          public int available() {
            left = left > 0 || typed.getAsBoolean() ? 1 : 0;
            return left;
          }

          @Override
          public int read() {
            left = 0;
            return '\n';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            into[offset] = (byte) read();
            return 1;
          }
        };
    PrintStream screen = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new TrialPrompt(host, new Console(screen, screen, in, true, Map.of()))
        .watch(change, LENGTH);
  }

  private Wiring wiring(Host host) {
    return new Wiring() {
      @Override
      public Host live() {
        return host;
      }

      @Override
      public HostView mounted(HostPath folder) {
        return pve.mounted(folder);
      }

      @Override
      public HostView here() {
        return pve.here();
      }
    };
  }
}
