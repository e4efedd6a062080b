package dev.unhang.model.facts;

import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Unused;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LoggedMachine;
import dev.unhang.model.net.Machine;
import dev.unhang.model.setting.ModuleOption;
import dev.unhang.model.topology.Topology;
import java.util.List;
import java.util.Optional;

/// All that was read of one host, or of as much of it as the evidence holds.
///
/// @param boot the boot that runs now; empty when judging a file
/// @param uptime now; empty when judging a file
/// @param machine what was not read of it is empty
/// @param guest what kind of guest this machine is itself; empty where it is none or that was not
///   read
/// @param logs every kernel log that was read
/// @param nics empty when judging a file
/// @param options that kernel modules are loaded with, and the kernel was booted with
/// @param topology who sits on whom; without elements when judging a file
/// @param changes what unhang itself has changed here; empty also where the ledger may not be read
/// @param witnesses what other machines saw of this host, or of others
/// @param loads recorded throughput of NICs that hung often enough to compare
/// @param chips those that logs name
/// @param unused evidence that was given and that none of this rests on
public record HostFacts(
    Optional<String> hostname,
    Optional<BootId> boot,
    Optional<Uptime> uptime,
    Machine machine,
    Optional<String> guest,
    List<Reading<LogFacts>> logs,
    List<NicFacts> nics,
    Reading<List<ModuleOption>> options,
    Topology topology,
    List<Change> changes,
    List<WitnessFacts> witnesses,
    List<NicLoad> loads,
    List<ToldChip> chips,
    List<Unused> unused) {
  /// A guest of which only its log tells that it is one.
  public static final String GUEST_BY_LOG = "a virtual machine, by its log";

  private static final Reading<List<ModuleOption>> NO_OPTIONS =
      new Reading.Absent<>(
          new SourceId("module-options"), WhyAbsent.NOT_COLLECTED, "look at /proc/cmdline");

  /// What the host itself was not asked for, its logs may tell.
  public HostFacts {
    LoggedMachine logged = logged(logs);
    machine = machine.or(logged);
    guest = guest.or(() -> guestByLog(logged));
    logs = List.copyOf(logs);
    nics = List.copyOf(nics);
    changes = List.copyOf(changes);
    witnesses = List.copyOf(witnesses);
    loads = List.copyOf(loads);
    chips = List.copyOf(chips);
    unused = List.copyOf(unused);
  }

  private static LoggedMachine logged(List<Reading<LogFacts>> logs) {
    return logs.stream()
        .flatMap(log -> log.known().stream())
        .map(LogFacts::machine)
        .reduce(LoggedMachine.UNTOLD, (earlier, later) -> later.or(earlier));
  }

  private static Optional<String> guestByLog(LoggedMachine machine) {
    return machine.isGuest() ? Optional.of(GUEST_BY_LOG) : Optional.empty();
  }

  /// Without options of modules and samples of load, which were not read.
  public HostFacts(
      Optional<String> hostname,
      Optional<BootId> boot,
      Optional<Uptime> uptime,
      Machine machine,
      Optional<String> guest,
      List<Reading<LogFacts>> logs,
      List<NicFacts> nics,
      Topology topology,
      List<Change> changes,
      List<WitnessFacts> witnesses) {
    this(
        hostname,
        boot,
        uptime,
        machine,
        guest,
        logs,
        nics,
        NO_OPTIONS,
        topology,
        changes,
        witnesses,
        List.of(),
        List.of(),
        List.of());
  }

  /// The same with what witnesses saw.
  public HostFacts with(List<WitnessFacts> seen) {
    return new HostFacts(
        hostname, boot, uptime, machine, guest, logs, nics, options, topology, changes, seen, loads,
        chips, unused);
  }

  /// The same with evidence that none of it rests on.
  public HostFacts withUnused(List<Unused> left) {
    return new HostFacts(
        hostname, boot, uptime, machine, guest, logs, nics, options, topology, changes, witnesses,
        loads, chips, left);
  }

  /// The facts of a log that was saved: nothing is known of the host itself.
  ///
  /// @param chips that the logs name
  public static HostFacts ofLogs(List<Reading<LogFacts>> logs, List<ToldChip> chips) {
    return new HostFacts(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Machine.UNREAD,
        Optional.empty(),
        logs,
        List.of(),
        NO_OPTIONS,
        Topology.NONE,
        List.of(),
        List.of(),
        List.of(),
        chips,
        List.of());
  }

  /// Episodes of all logs, in the order read.
  public List<Episode> episodes() {
    return logs.stream()
        .flatMap(log -> log.known().stream())
        .flatMap(log -> log.episodes().stream())
        .toList();
  }
}
