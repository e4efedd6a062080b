package dev.unhang.repair.guard;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.plan.Risk;
import java.util.List;
import java.util.Optional;

/// A backup or a migration that runs loses its connection. Where the NIC sends nothing it has lost
/// it already.
///
/// Man: qm.conf(5), "lock"; pct.conf(5), "lock"
final class GuestsBusy implements Guard {
  private static final List<HostPath> FOLDERS =
      List.of(new HostPath("/etc/pve/qemu-server"), new HostPath("/etc/pve/lxc"));

  private static final String LOCK = "lock:";

  @Override
  public String name() {
    return "guests-busy";
  }

  @Override
  public Optional<String> refuses(Risk risk, Circumstances now) {
    if (now.sendsNothing() || risk instanceof Risk.None) {
      return Optional.empty();
    }
    for (HostPath folder : FOLDERS) {
      for (String name : now.host().list(folder).known().orElse(List.of())) {
        Optional<String> lock = lock(now, folder.resolve(name));
        if (name.endsWith(".conf") && lock.isPresent()) {
          return Optional.of(
              "guest "
                  + name.substring(0, name.length() - ".conf".length())
                  + " is locked by a "
                  + lock.get()
                  + " that runs");
        }
      }
    }
    return Optional.empty();
  }

  /// Of the guest itself: sections in brackets are snapshots.
  private static Optional<String> lock(Circumstances now, HostPath file) {
    return now.host()
        .read(file)
        .known()
        .map(Content::utf8)
        .orElse("")
        .lines()
        .takeWhile(line -> !line.startsWith("["))
        .filter(line -> line.startsWith(LOCK))
        .map(line -> line.substring(LOCK.length()).strip())
        .findFirst();
  }
}
