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
  private static final Path CHANGES = Path.of("/var/lib/unhang/changes");
  private static final Path KMSG = Path.of("/dev/kmsg");
  private static final Path LOCK = Path.of("/run/unhang/lock");
  private static final HostPath STATUS = new HostPath("/proc/self/status");

  @Override
  public Host live() {
    HostView view = new LiveHostView();
    LiveClocks clocks = new LiveClocks();
    return new Host(
        view,
        new LiveHostControl(),
        new KernelLogEvents(new LiveHostEvents(KMSG), view, clocks),
        new FileLedger(CHANGES, clocks::wall, () -> HostReading.boot(view)),
        clocks,
        () -> WriterLock.take(LOCK),
        () -> isRoot(view),
        false);
  }

  @Override
  public HostView mounted(HostPath folder) {
    return DiskHardware.of(ClusterOfDisk.of(new MountedHostView(folder)));
  }

  /// @param view its files
  static Host disk(HostPath folder, HostView view) {
    LiveClocks clocks = new LiveClocks();
    Path own = Path.of(folder.value()).resolve("var/lib/unhang");
    return new Host(
        view,
        new MountedHostControl(folder),
        sink -> {
          throw new CannotRead(
              "follow the kernel log", folder.value(), "it doesn't run", "boot it");
        },
        new FileLedger(own.resolve("changes"), clocks::wall, Optional::empty),
        clocks,
        () -> WriterLock.take(own.resolve("lock")),
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
