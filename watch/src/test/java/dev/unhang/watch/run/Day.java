package dev.unhang.watch.run;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.Running;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.guard.HoldFile;
import dev.unhang.sim.SimFault;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.order.Site;
import dev.unhang.watch.policy.Alerting;
import dev.unhang.watch.policy.NicPolicy;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.policy.PreventRule;
import dev.unhang.watch.policy.Publishing;
import dev.unhang.watch.policy.RebootRule;
import dev.unhang.watch.policy.RecoverRule;
import dev.unhang.watch.standing.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Days of the watch on the simulated host, in virtual time: what is done to the host is noted, and
/// what must never be done is an error at once.
final class Day {
  static final String REPORT = "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:";
  static final String CARD = "+pci:0000:00:19.0";

  final SimHost host = new SimHost(true);
  final SimLedger entries = new SimLedger(host.clocks(), host::bootId);
  final Map<String, Account> told = new LinkedHashMap<>();
  final List<String> said = new ArrayList<>();
  final List<KernelOrder> done = new ArrayList<>();

  /// When a recovery's first step was entered, by its title.
  final Map<String, Duration> recoveries = new LinkedHashMap<>();

  /// When the host was rebooted, by [#age].
  final List<Duration> reboots = new ArrayList<>();

  /// What becomes of a reboot.
  Consumer<Day> afterReboot = day -> {};

  private Duration formerBoots = Duration.ZERO;
  private boolean isRebooting;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean locked;
  private Policy policy;
  private Watch watch;
  private Running following;

  /// How many more orders are carried out, to the host or of the watch, before it is killed.
  int killAfter = Integer.MAX_VALUE;

  boolean diskIsFull;

  /// A program keeps the host from being shut down.
  boolean isInhibited;

  Day() {
    // An I217-V, which no management engine shares.
    host.write(new HostPath("/sys/bus/pci/devices/0000:00:19.0/device"), "0x153b\n");
    host.write(new HostPath("/sys/class/net/eno1/device/device"), "0x153b\n");
    host.askedByRoot();
    policy = policy(RecoverRule.ALL, PreventRule.LIVE);
    watch = fresh();
    following = host.followKernelLog(watch::kernelLog);
  }

  static Policy policy(RecoverRule recover, PreventRule prevent) {
    return policy(recover, prevent, RebootRule.NEVER);
  }

  static Policy policy(RecoverRule recover, PreventRule prevent, RebootRule reboot) {
    return new Policy(
        new NicPolicy(recover, prevent, reboot, 3), Map.of(), Alerting.NONE, Publishing.NONE);
  }

  /// The watch was killed.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private Watch fresh() {
    Site site = new Site(host, new Noting(), new Timed(), host.clocks(), host.prober(), this::lock);
    return new Watch(site, new Papers(), waiting::add);
  }

  private AutoCloseable lock() {
    if (locked) {
      throw new CannotChange("change this host", "", "another unhang is changing it", "wait");
    }
    locked = true;
    return () -> locked = false;
  }

  void someoneElseHasTheHost(boolean has) {
    locked = has;
  }

  void start(Policy first) {
    policy = first;
    guarded(() -> watch.start(policy));
  }

  void reload(Policy next) {
    policy = next;
    watch.reload(next);
  }

  /// The kernel gives the lock back when a process ends.
  private void killed() {
    killAfter = Integer.MAX_VALUE;
    following.close();
    locked = false;
    waiting.clear();
    watch = fresh();
    following = host.followKernelLog(watch::kernelLog);
    start(policy);
  }

  void restart() {
    killed();
  }

  private void guarded(Runnable what) {
    try {
      what.run();
      while (!waiting.isEmpty()) {
        beforeOne();
        waiting.removeFirst().run();
      }
    } catch (Killed end) {
      killed();
    }
    if (isRebooting) {
      rebooted();
    }
  }

  /// How long the host has run, all boots together.
  Duration age() {
    return formerBoots.plus(host.clocks().monotonic());
  }

  private void rebooted() {
    isRebooting = false;
    formerBoots = age();
    host.powerCycle();
    formerBoots = formerBoots.minus(host.clocks().monotonic());
    afterReboot.accept(this);
    killed();
  }

  private void beforeOne() {
    if (--killAfter < 0) {
      throw new Killed();
    }
  }

  /// A moment passes.
  void turn() {
    host.clocks().pause(Duration.ofSeconds(1));
    guarded(() -> watch.turn(Duration.ZERO));
  }

  void pass(Duration span) {
    Duration end = host.clocks().monotonic().plus(span);
    while (host.clocks().monotonic().compareTo(end) < 0) {
      turn();
    }
  }

  /// Nothing happens for a while.
  void skip(Duration span) {
    host.clocks().pause(span);
    turn();
  }

  /// The kernel's own device hands that out.
  void kmsg(String records) {
    byte[] bytes = records.getBytes(StandardCharsets.UTF_8);
    watch.kernelLog(bytes, 0, bytes.length);
  }

  void hang(SimFault fault) {
    host.hang(fault);
  }

  void load(int seconds) {
    host.start(
        new Command(
            List.of("iperf3", "--client", "192.0.2.9", "--time", String.valueOf(seconds)),
            Duration.ofSeconds(seconds)),
        (chunk, offset, length) -> {});
  }

  void hold(boolean set) {
    if (set) {
      host.write(HoldFile.PATH, "somebody works here\n");
    } else {
      host.delete(HoldFile.PATH);
    }
  }

  Account only() {
    if (told.size() != 1) {
      throw new AssertionError("one episode is told of: " + told);
    }
    return told.values().iterator().next();
  }

  Standing standing() {
    return watch.standing();
  }

  long distrusted() {
    return watch.standing().distrusted();
  }

  /// The disk that everything is written to.
  private final class Papers implements Desk {
    @Override
    public Saved freeze(InterfaceName nic, String episode) {
      return diskIsFull
          ? new Saved(Optional.empty(), Optional.of("evidence was not saved: disk full"))
          : new Saved(Optional.of("/var/lib/unhang/evidence/" + episode), Optional.empty());
    }

    @Override
    public void tell(Account account) {
      Account before = told.put(account.id(), account);
      if (before != null && before.isOver()) {
        throw new AssertionError("told again after its end: " + before + " " + account);
      }
    }

    @Override
    public List<Account> unfinished() {
      return told.values().stream().filter(each -> !each.isOver()).toList();
    }

    @Override
    public void say(String line) {
      said.add(line);
    }
  }

  /// The ledger, with the time that does not jump.
  private final class Timed implements ChangeLedger {
    @Override
    public Change begin(Plan plan, String title, Change.State first) {
      beforeOne();
      if (plan.steps().stream().anyMatch(step -> step.action() instanceof Action.Recover)) {
        recoveries.putIfAbsent(title, age());
      }
      Change change = entries.begin(plan, title, first);
      beforeOne();
      return change;
    }

    @Override
    public void reached(Change change, Change.State state) {
      beforeOne();
      entries.reached(change, state);
    }

    @Override
    public List<Change> history() {
      return entries.history();
    }
  }

  /// The host's control: nothing is ordered but with the lock held and on record.
  private final class Noting implements HostControl {
    @Override
    public void order(KernelOrder order) {
      if (!locked) {
        throw new AssertionError("ordered without the lock: " + order);
      }
      if (entries.history().stream().noneMatch(Change::isPending)) {
        throw new AssertionError("ordered and not on record: " + order);
      }
      beforeOne();
      done.add(order);
      host.order(order);
    }

    @Override
    public void run(Command command) {
      if (command.argv().getFirst().equals("systemctl")) {
        reboot(command);
      } else {
        host.run(command);
      }
    }

    private void reboot(Command command) {
      if (entries.history().stream()
          .noneMatch(
              change -> change.isPending() && change.actions().contains(new Action.RebootHost()))) {
        throw new AssertionError("rebooted and not on record: " + command);
      }
      if (isInhibited) {
        throw new CannotChange("run", command.line(), "inhibited by apt", "wait");
      }
      beforeOne();
      reboots.add(age());
      isRebooting = true;
    }

    @Override
    public void replaceFile(FileEdit edit) {
      host.replaceFile(edit);
    }

    @Override
    public void make(HostPath path, Entry entry) {
      host.make(path, entry);
    }

    @Override
    public void remove(HostPath path, Entry entry) {
      host.remove(path, entry);
    }

    @Override
    public void detach(String name, List<String> argv) {
      throw new AssertionError("the watch starts nothing");
    }

    @Override
    public Running start(Command command, ByteSink out) {
      throw new AssertionError("the watch starts nothing");
    }
  }
}
