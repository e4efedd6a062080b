package dev.unhang.repair.guard;

import dev.unhang.config.corosync.CorosyncConf;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Addresses;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.Routes;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.topology.Use;
import java.util.List;
import java.util.Optional;

/// Why a use of a NIC that the topology does not show may be there all the same: a source that
/// tells of such uses can't be read, or tells of one that fits no interface of this host.
final class UnseenUses {
  /// Where [dev.unhang.hosts.topology.TopologyReader] has a cluster's links from.
  private static final List<HostPath> COROSYNC =
      List.of(new HostPath("/etc/corosync/corosync.conf"), new HostPath("/etc/pve/corosync.conf"));

  private static final HostPath PROC = new HostPath("/proc");
  private static final String SSH = "SSH_CONNECTION=";
  private static final String PARENT = "PPid:";

  /// Deeper than any shell in a shell.
  private static final int MAX_DEPTH = 64;

  private UnseenUses() {}

  /// Of the cluster's nodes.
  static Optional<GuardAnswer.CannotTell> cluster(Circumstances now) {
    Optional<GuardAnswer.CannotTell> doubt = Optional.empty();
    for (HostPath file : COROSYNC) {
      Sight<Content> conf = Sight.of(file.value(), now.host().read(file));
      doubt = doubt.or(conf::doubt);
      if (conf.there().isPresent()) {
        boolean names = !CorosyncConf.parse(conf.there().get().utf8()).nodes().isEmpty();
        boolean seen = isSeen(now, Use.Kind.CLUSTER);
        return names && seen
            ? interfaces(now.host())
            : Sight.cannotTell(
                file.value(),
                names ? "no node in it has an address of this host" : "it names no node");
      }
    }
    HostView host = now.host();
    return doubt.or(() -> interfaces(host));
  }

  /// Of the person who asks.
  ///
  /// Man: ssh(1), SSH_CONNECTION; proc_pid_environ(5), proc_pid_status(5)
  static Optional<GuardAnswer.CannotTell> login(Circumstances now) {
    String process = "self";
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      HostPath folder = PROC.resolve(process);
      Sight<Content> environment = needed(now.host(), folder.resolve("environ"));
      if (environment.doubt().isPresent()) {
        return environment.doubt();
      }
      if (("\0" + environment.there().orElseThrow().utf8()).contains("\0" + SSH)) {
        return isSeen(now, Use.Kind.LOGIN)
            ? interfaces(now.host())
            : Sight.cannotTell(
                folder.resolve("environ").value(),
                "you are logged in by ssh, at an address that no interface here has");
      }
      Sight<Content> status = needed(now.host(), folder.resolve("status"));
      if (status.doubt().isPresent()) {
        return status.doubt();
      }
      Optional<String> parent = parent(status.there().orElseThrow());
      if (parent.isEmpty() || parent.get().equals("0")) {
        return interfaces(now.host());
      }
      process = parent.get();
    }
    return Sight.cannotTell(PROC.value(), "more than " + MAX_DEPTH + " processes above this one");
  }

  private static Sight<Content> needed(HostView host, HostPath file) {
    return Sight.needed(file.value(), host.read(file));
  }

  private static Optional<String> parent(Content status) {
    return status
        .utf8()
        .lines()
        .filter(line -> line.startsWith(PARENT))
        .map(line -> line.substring(PARENT.length()).strip())
        .filter(number -> number.matches("\\d{1,10}"))
        .findFirst();
  }

  private static boolean isSeen(Circumstances now, Use.Kind kind) {
    return now.hostUses().stream().anyMatch(use -> use.kind() == kind);
  }

  /// Without these no use is tied to an interface.
  private static Optional<GuardAnswer.CannotTell> interfaces(HostView host) {
    KernelView kernel = host.kernel();
    return Sight.needed("kernel, links", kernel.ask(new Links()))
        .doubt()
        .or(() -> Sight.needed("kernel, addresses", kernel.ask(new Addresses())).doubt())
        .or(() -> Sight.needed("kernel, routes", kernel.ask(new Routes())).doubt());
  }
}
