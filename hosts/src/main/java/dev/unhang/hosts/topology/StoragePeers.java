package dev.unhang.hosts.topology;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whose disks and file systems the host uses over the network: guests on them stop with the NIC,
/// whatever bridge they are on.
///
/// Man: proc_pid_mounts(5), nfs(5) "addr=", mount.cifs(8) "addr="; proc_pid_net(5), "tcp". iSCSI:
/// RFC 7143; Ceph: its monitors' ports
final class StoragePeers {
  private static final HostPath MOUNTS = new HostPath("/proc/self/mounts");
  private static final List<HostPath> TCP =
      List.of(new HostPath("/proc/net/tcp"), new HostPath("/proc/net/tcp6"));

  private static final Set<String> NETWORK_FILE_SYSTEMS = Set.of("nfs", "nfs4", "cifs", "smb3");
  private static final String ADDRESS_OPTION = "addr=";
  private static final int MAX_LINES = 100_000;

  private StoragePeers() {}

  static List<Use> of(HostView host, Ways ways) {
    Set<Use> uses = new LinkedHashSet<>();
    lines(host, MOUNTS).forEach(line -> mount(line, ways).ifPresent(uses::add));
    for (HostPath table : TCP) {
      lines(host, table)
          .forEach(line ->
              TcpConnection.parse(line)
                  .filter(TcpConnection::isEstablished)
                  .flatMap(connection -> connection(connection, ways))
                  .ifPresent(uses::add));
    }
    return new ArrayList<>(uses);
  }

  private static List<String> lines(HostView host, HostPath path) {
    return host.read(path).known().map(Content::utf8).orElse("").lines().limit(MAX_LINES).toList();
  }

  /// The source, the place, the type, the options; blanks in them are octal.
  private static Optional<Use> mount(String line, Ways ways) {
    String[] fields = line.split(" ", 5);
    if (fields.length < 4 || !NETWORK_FILE_SYSTEMS.contains(fields[2])) {
      return Optional.empty();
    }
    String type = fields[2].startsWith("nfs") ? "NFS" : "SMB";
    for (String option : fields[3].split(",", -1)) {
      if (option.startsWith(ADDRESS_OPTION)) {
        return HostUses.to(
            option.substring(ADDRESS_OPTION.length()),
            ways,
            Use.Kind.STORAGE,
            type + " " + fields[0] + " at " + fields[1]);
      }
    }
    return Optional.empty();
  }

  private static Optional<Use> connection(TcpConnection connection, Ways ways) {
    String protocol =
        switch (connection.remotePort()) {
          case 3260 -> "iSCSI";
          case 3300, 6789 -> "Ceph monitor";
          default -> "";
        };
    IpAddress peer = connection.remote();
    return protocol.isEmpty()
        ? Optional.empty()
        : ways.to(peer).map(name -> new Use(name, Use.Kind.STORAGE, protocol + " " + peer));
  }
}
