package dev.unhang.hosts.load;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.Series;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Where a host's throughput was sampled: Proxmox VE's round robin databases of its nodes, and
/// sysstat's daily files.
///
/// Proxmox VE: PVE/Service/pvestatd.pm, broadcast_rrd(); pmxcfs status.c, create_rrd_file(). Man:
/// sadf(1), sar(1) "FILES"
public final class LoadRecords {
  /// The newer first. The directories have a file for each node of the cluster.
  private static final List<HostPath> NODES =
      List.of(
          new HostPath("/var/lib/rrdcached/db/pve-node-9.0"),
          new HostPath("/var/lib/rrdcached/db/pve2-node"));

  private static final List<HostPath> DAYS =
      List.of(new HostPath("/var/log/sysstat"), new HostPath("/var/log/sa"));

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /// `sa21`, `sa20250521`.
  private static final String DAY = "sa\\d{2,8}";

  private static final int MAX_DAYS = 62;
  private static final String ROUND_ROBIN = "RRD\0";

  private LoadRecords() {}

  /// What a host itself has, each file a reading.
  ///
  /// @param hostname as its cluster knows it
  /// @param nics that sysstat is asked about
  public static List<Reading<List<Series>>> of(HostView host, String hostname, List<String> nics) {
    List<Reading<List<Series>>> records = new ArrayList<>();
    for (HostPath nodes : NODES) {
      HostPath file = nodes.resolve(hostname);
      Reading<Content> bytes = host.read(file);
      bytes.known().ifPresent(content -> records.add(in(new Origin(file.value()), content, nics)));
    }
    for (HostPath folder : DAYS) {
      host.list(folder).known().orElse(List.of()).stream()
          .filter(name -> name.matches(DAY))
          .limit(MAX_DAYS)
          .forEach(name -> records.add(day(host, folder.resolve(name), nics)));
    }
    return records;
  }

  private static Reading<List<Series>> day(HostView host, HostPath file, List<String> nics) {
    Command sadf = new Command(List.of("sadf", "-j", file.value(), "--", "-n", "DEV"), DEADLINE);
    Reading<CommandOutput> output = host.command(sadf);
    return output.known().isPresent()
        ? in(new Origin(file.value()), output.known().get().out(), nics)
        : output.map(never -> List.of());
  }

  /// What a file holds, told by how it begins: a round robin database, else JSON of `sadf -j`.
  public static Reading<List<Series>> in(Origin origin, Content file, List<String> nics) {
    String text = file.utf8();
    if (text.startsWith(ROUND_ROBIN)) {
      return RrdFile.read(origin, file)
          .map(database -> database.averages("netout", "sent by all NICs of the host together"));
    }
    List<Series> all = new ArrayList<>();
    for (String nic : nics) {
      Reading<List<Series>> one = SysstatJson.sent(origin, file, nic);
      if (!(one instanceof Reading.Read<List<Series>>) || nics.size() == 1) {
        return one;
      }
      one.known().ifPresent(all::addAll);
    }
    return new Reading.Read<>(all, origin);
  }
}
