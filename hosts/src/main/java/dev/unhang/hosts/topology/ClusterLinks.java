package dev.unhang.hosts.topology;

import dev.unhang.config.corosync.CorosyncConf;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which interfaces a cluster's nodes talk over. A node that loses all its links is fenced when it
/// runs guests that are to be highly available.
///
/// Man: corosync.conf(5), "ringX_addr"
final class ClusterLinks {
  /// Corosync itself reads the second; Proxmox VE keeps the first and copies it.
  private static final List<HostPath> FILES =
      List.of(new HostPath("/etc/corosync/corosync.conf"), new HostPath("/etc/pve/corosync.conf"));

  private static final HostPath HOSTS = new HostPath("/etc/hosts");

  private ClusterLinks() {}

  static List<Use> of(HostView host, Ways ways) {
    Optional<CorosyncConf> conf =
        FILES.stream()
            .flatMap(file -> host.read(file).known().stream())
            .map(content -> CorosyncConf.parse(content.utf8()))
            .findFirst();
    List<Use> uses = new ArrayList<>();
    for (CorosyncConf.Node node : conf.map(CorosyncConf::nodes).orElse(List.of())) {
      node.links()
          .forEach((number, name) ->
              address(host, name)
                  .flatMap(ways::owner)
                  .ifPresent(owner ->
                      uses.add(
                          new Use(
                              owner, Use.Kind.CLUSTER, "cluster link " + number + ", " + name))));
    }
    return uses;
  }

  /// Names are looked up in /etc/hosts only: a name server may be what can't be reached.
  private static Optional<IpAddress> address(HostView host, String name) {
    return IpAddress.parse(name)
        .or(() ->
            host.read(HOSTS)
                .known()
                .map(Content::utf8)
                .orElse("")
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip().split("\\s+"))
                .filter(words -> List.of(words).subList(1, words.length).contains(name))
                .flatMap(words -> IpAddress.parse(words[0]).stream())
                .findFirst());
  }
}
