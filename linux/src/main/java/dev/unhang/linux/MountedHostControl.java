package dev.unhang.linux;

import dev.unhang.linux.file.AtomicReplace;
import dev.unhang.linux.file.BelowRoot;
import dev.unhang.linux.file.NewEntry;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Changes the disk of a host that doesn't run, and nothing else: no order reaches the kernel of
/// the machine that unhang runs on, and no link leads out of the disk.
public final class MountedHostControl implements HostControl {
  private static final String WHY = "this is the disk of a host that doesn't run";

  private final Path root;

  /// @param root where its root file system is mounted
  public MountedHostControl(HostPath root) {
    this.root = Path.of(root.value());
  }

  @Override
  public void replaceFile(FileEdit edit) {
    AtomicReplace.replace(real(edit.path(), true), edit);
  }

  @Override
  public void make(HostPath path, Entry entry) {
    NewEntry.make(real(path, false), entry);
  }

  @Override
  public void remove(HostPath path, Entry entry) {
    NewEntry.remove(real(path, false), entry);
  }

  private Path real(HostPath path, boolean followLast) {
    try {
      return BelowRoot.find(root, path, followLast);
    } catch (IOException lost) {
      throw new CannotChange("write", path.value(), lost.toString(), "look where its links lead");
    }
  }

  @Override
  public void run(Command command) {
    throw refused("run " + command.line());
  }

  @Override
  public void detach(String name, List<String> argv) {
    throw refused("start " + name);
  }

  @Override
  public void order(KernelOrder order) {
    throw refused(order.what());
  }

  @Override
  public Running start(Command command, ByteSink out) {
    throw refused("start " + command.line());
  }

  private static CannotChange refused(String what) {
    return new CannotChange(what, "", WHY, "boot it, then do it there");
  }
}
