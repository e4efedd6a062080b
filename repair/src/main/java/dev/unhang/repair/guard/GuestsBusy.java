package dev.unhang.repair.guard;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.plan.Risk;
import java.util.List;
import java.util.Optional;

/// A backup or a migration that runs loses its connection. Where the NIC sends nothing it has lost
/// it already; a reboot would end it all the same.
///
/// Man: qm.conf(5), "lock"; pct.conf(5), "lock". Proxmox VE: pmxcfs(8) makes both folders when it
/// is mounted
final class GuestsBusy implements Guard {
  private static final HostPath PVE = new HostPath("/etc/pve");
  private static final List<String> FOLDERS = List.of("qemu-server", "lxc");
  private static final String CONF = ".conf";
  private static final String LOCK = "lock:";

  @Override
  public String name() {
    return "guests-busy";
  }

  @Override
  public GuardAnswer answer(Risk risk, Circumstances now) {
    boolean losesNothing = now.sendsNothing() && !(risk instanceof Risk.HostReboots);
    if (losesNothing || risk instanceof Risk.None) {
      return new GuardAnswer.Allows();
    }
    Sight<List<String>> pve = Sight.of(PVE.value(), now.host().list(PVE));
    List<String> kinds = pve.there().orElse(List.of()).stream().filter(FOLDERS::contains).toList();
    if (pve.there().isPresent() && kinds.isEmpty()) {
      return new GuardAnswer.CannotTell(
          PVE.value(), "the cluster file system is not mounted there");
    }
    Optional<GuardAnswer.CannotTell> doubt = pve.doubt();
    for (String kind : kinds) {
      HostPath folder = PVE.resolve(kind);
      Sight<List<String>> names = Sight.of(folder.value(), now.host().list(folder));
      doubt = doubt.or(names::doubt);
      for (String name : names.there().orElse(List.of())) {
        if (name.endsWith(CONF)) {
          HostPath file = folder.resolve(name);
          Sight<Content> config = Sight.of(file.value(), now.host().read(file));
          doubt = doubt.or(config::doubt);
          Optional<String> lock = config.there().flatMap(GuestsBusy::lock);
          if (lock.isPresent()) {
            return busy(name.substring(0, name.length() - CONF.length()), lock.get());
          }
        }
      }
    }
    return Sight.allowed(doubt);
  }

  private static GuardAnswer busy(String guest, String lock) {
    return new GuardAnswer.Refuses("guest " + guest + " is locked by a " + lock + " that runs");
  }

  /// Of the guest itself: sections in brackets are snapshots.
  private static Optional<String> lock(Content config) {
    return config
        .utf8()
        .lines()
        .takeWhile(line -> !line.startsWith("["))
        .filter(line -> line.startsWith(LOCK))
        .map(line -> line.substring(LOCK.length()).strip())
        .findFirst();
  }
}
