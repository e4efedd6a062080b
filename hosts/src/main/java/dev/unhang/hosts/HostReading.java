package dev.unhang.hosts;

import dev.unhang.config.boot.ModuleOptionsSource;
import dev.unhang.hosts.kernellog.LoggedChips;
import dev.unhang.hosts.load.NicLoads;
import dev.unhang.hosts.survey.GuestKind;
import dev.unhang.hosts.survey.MachineSource;
import dev.unhang.hosts.survey.NetworkControllers;
import dev.unhang.hosts.survey.Nics;
import dev.unhang.hosts.survey.SecondLooks;
import dev.unhang.hosts.survey.SysfsValue;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All facts of a host, each from its own source.
public final class HostReading {
  private static final HostPath UPTIME = new HostPath("/proc/uptime");
  private static final HostPath BOOT_ID = new HostPath("/proc/sys/kernel/random/boot_id");
  private static final HostPath HOSTNAME = new HostPath("/proc/sys/kernel/hostname");

  private HostReading() {}

  /// What it is called; empty where that was not read.
  public static Optional<String> hostname(HostView host) {
    return SysfsValue.text(host, HOSTNAME);
  }

  /// Which boot it is in; empty where that was not read.
  public static Optional<BootId> boot(HostView host) {
    return SysfsValue.text(host, BOOT_ID).flatMap(BootId::parse);
  }

  /// Reads the host. Nothing is changed, and what can't be read is absent with its reason.
  ///
  /// @param logs from [dev.unhang.hosts.kernellog.KernelLog]
  /// @param changes the ledger's history, as far as it may be read
  public static HostFacts read(HostView host, List<Reading<LogFacts>> logs, List<Change> changes) {
    List<Reading<LogFacts>> known = knowing(logs, host);
    Optional<String> hostname = hostname(host);
    return new HostFacts(
        hostname,
        boot(host),
        SysfsValue.text(host, UPTIME).flatMap(line -> Uptime.parse(line.split(" ", 2)[0])),
        MachineSource.read(host),
        GuestKind.of(host),
        known,
        SecondLooks.at(host, Nics.read(host)),
        ModuleOptionsSource.read(host),
        TopologyReader.read(host),
        changes,
        List.of(),
        NicLoads.read(host, hostname, known),
        LoggedChips.of(known),
        List.of());
  }

  /// The facts of logs that were saved.
  public static HostFacts ofLogs(List<Reading<LogFacts>> logs) {
    return HostFacts.ofLogs(logs, LoggedChips.of(logs));
  }

  /// Logs whose lines name devices by their addresses, where the host tells which of them are NICs.
  private static List<Reading<LogFacts>> knowing(List<Reading<LogFacts>> logs, HostView host) {
    boolean isNeeded =
        logs.stream().flatMap(log -> log.known().stream()).anyMatch(log -> !log.strays().isEmpty());
    if (!isNeeded) {
      return logs;
    }
    Map<PciAddress, LoggedNic> nics = NetworkControllers.of(host);
    return logs.stream().map(log -> log.map(facts -> facts.knowing(nics))).toList();
  }
}
