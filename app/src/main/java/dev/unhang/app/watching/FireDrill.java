package dev.unhang.app.watching;

import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.sim.SimFault;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.order.Site;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.run.Desk;
import dev.unhang.watch.run.Watch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A hang on the simulated host, cured by the very code that cures a real one: it is in memory
/// then. The root disk may be behind the card that hangs, and nothing more could be read from it.
public final class FireDrill {
  private static final int MOST_TURNS = 60;

  private FireDrill() {}

  /// Plays it. A second of it takes no time.
  ///
  /// @return whether the simulated card was cured
  public static boolean play() {
    SimWiring wiring = new SimWiring();
    Host host = wiring.live();
    Papers papers = new Papers();
    Deque<Runnable> waiting = new ArrayDeque<>();
    Watch watch = new Watch(site(host, wiring), papers, waiting::add);
    try (var following = host.events().followKernelLog(watch::kernelLog)) {
      watch.start(Policy.USUAL);
      wiring.host().hang(SimFault.TRANSMIT_STOPPED);
      for (int i = 0; i < MOST_TURNS && !papers.isCured() && following.exit().isEmpty(); i++) {
        host.clocks().pause(Duration.ofSeconds(1));
        watch.turn(Duration.ZERO);
        while (!waiting.isEmpty()) {
          waiting.removeFirst().run();
        }
      }
    }
    return papers.isCured();
  }

  private static Site site(Host host, SimWiring wiring) {
    return new Site(
        host.view(), host.control(), host.ledger(), host.clocks(), wiring.prober(), host.writer());
  }

  /// Written nowhere.
  private static final class Papers implements Desk {
    private final List<Account> told = new ArrayList<>();

    boolean isCured() {
      return told.stream().anyMatch(account -> account.stage() == Account.Stage.CURED);
    }

    @Override
    public Saved freeze(InterfaceName nic, String episode) {
      return new Saved(Optional.empty(), Optional.empty());
    }

    @Override
    public void tell(Account account) {
      told.add(account);
    }

    @Override
    public List<Account> unfinished() {
      return List.of();
    }

    @Override
    public void say(String line) {}
  }
}
