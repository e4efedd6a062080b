package dev.unhang.app.option;

import dev.unhang.app.wiring.Host;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.kernellog.KernelLog;
import dev.unhang.hosts.kernellog.LogWindow;
import dev.unhang.logs.bulk.Workers;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the kernel's log tells of one NIC's hangs.
public final class HangsOnRecord {
  private HangsOnRecord() {}

  /// Whether it has hung within the last 30 days.
  static boolean any(Host host, NicFacts nic) {
    return of(host, nic, LogWindow.recent(host.clocks().wall())).findAny().isPresent();
  }

  /// Whether it hung within the last 30 days that the logs of a dead host's disk hold.
  static boolean anyOnDisk(HostView disk, NicFacts nic) {
    return episodes(new KernelLog(disk, Workers.ONE).readLastDays(), nic).findAny().isPresent();
  }

  /// The hang that goes on; empty where this boot's log shows none that does.
  public static Optional<Episode> goesOn(Host host, NicFacts nic) {
    Optional<BootId> boot = HostReading.boot(host.view());
    LogWindow window =
        new LogWindow(
            boot.<LogWindow.Boot>map(LogWindow.Boot.Id::new).orElse(new LogWindow.Boot.Index(0)),
            Optional.empty(),
            Optional.empty());
    return of(host, nic, window)
        .reduce((earlier, later) -> later)
        .filter(last -> last.outcome() == Episode.Outcome.CONTINUING);
  }

  private static Stream<Episode> of(Host host, NicFacts nic, LogWindow window) {
    return episodes(new KernelLog(host.view(), Workers.ONE).read(window), nic);
  }

  private static Stream<Episode> episodes(List<Reading<LogFacts>> logs, NicFacts nic) {
    return logs.stream()
        .flatMap(log -> log.known().stream())
        .flatMap(log -> log.episodes().stream())
        .filter(episode -> isOf(episode.nic(), nic));
  }

  private static boolean isOf(LoggedNic logged, NicFacts nic) {
    return logged.pci().isPresent() && nic.pci().isPresent()
        ? logged.pci().equals(nic.pci())
        : logged.interfaceName().equals(Optional.of(nic.name().value()));
  }
}
