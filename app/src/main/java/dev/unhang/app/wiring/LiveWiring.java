package dev.unhang.app.wiring;

import dev.unhang.app.source.KernelLogEvents;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.saved.ClusterOfDisk;
import dev.unhang.hosts.saved.DiskHardware;
import dev.unhang.linux.LiveClocks;
import dev.unhang.linux.LiveHostControl;
import dev.unhang.linux.LiveHostEvents;
import dev.unhang.linux.LiveHostView;
import dev.unhang.linux.MountedHostControl;
import dev.unhang.linux.MountedHostView;
import dev.unhang.linux.file.Root;
import dev.unhang.linux.ledger.FileLedger;
import dev.unhang.linux.ledger.WriterLock;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.nio.file.Path;
import java.util.Optional;

/// This machine.
public final class LiveWiring implements Wiring {
  private static final HostPath CHANGES = new HostPath("/var/lib/unhang/changes");
  private static final Path KMSG = Path.of("/dev/kmsg");
  private static final HostPath LOCK = new HostPath("/run/unhang/lock");

  /// A disk has no /run that outlives its host.
  private static final HostPath LOCK_OF_DISK = new HostPath("/var/lib/unhang/lock");

  private static final HostPath STATUS = new HostPath("/proc/self/status");

  @Override
  public Host live() {
    HostView view = new LiveHostView();
    LiveClocks clocks = new LiveClocks();
    return new Host(
        view,
        new LiveHostControl(),
        new KernelLogEvents(new LiveHostEvents(KMSG), view, clocks),
        new FileLedger(Root.here(), CHANGES, clocks::wall, () -> HostReading.boot(view)),
        clocks,
        () -> WriterLock.take(Root.here(), LOCK),
        () -> isRoot(view),
        false);
  }

  @Override
  public HostView mounted(HostPath folder) {
    return files(Root.mounted(folder));
  }

  /// What a disk tells of its host.
  static HostView files(Root root) {
    return DiskHardware.of(ClusterOfDisk.of(new MountedHostView(root)));
  }

  /// A host that doesn't run. All of it, the ledger too, is reached from the one folder.
  static Host diskBelow(HostPath folder) {
    LiveClocks clocks = new LiveClocks();
    Root root = Root.mounted(folder);
    return new Host(
        files(root),
        new MountedHostControl(root),
        sink -> {
          throw new CannotRead(
              "follow the kernel log", folder.value(), "it doesn't run", "boot it");
        },
        new FileLedger(root, CHANGES, clocks::wall, Optional::empty),
        clocks,
        () -> WriterLock.take(root, LOCK_OF_DISK),
        () -> true,
        false);
  }

  @Override
  public HostView here() {
    return new LiveHostView();
  }

  /// The effective user: /proc/self/status lists real, effective, saved and file system ids.
  ///
  /// Man: proc(5), "/proc/pid/status"
  private static boolean isRoot(HostView view) {
    return view.read(STATUS)
        .known()
        .map(Content::utf8)
        .orElse("")
        .lines()
        .anyMatch(line -> line.matches("Uid:\\s+\\d+\\s+0\\s.*"));
  }
}
