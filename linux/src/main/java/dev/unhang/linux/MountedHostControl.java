package dev.unhang.linux;

import dev.unhang.linux.file.AtomicReplace;
import dev.unhang.linux.file.NewEntry;
import dev.unhang.linux.file.Root;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.Running;
import java.util.List;

/// Changes the disk of a host that doesn't run, and nothing else: no order reaches the kernel of
/// the machine that unhang runs on, and no link leads out of the disk.
public final class MountedHostControl implements HostControl {
  private static final String WHY = "this is the disk of a host that doesn't run";

  private final Root root;

  /// @param root its own
  public MountedHostControl(Root root) {
    this.root = root;
  }

  @Override
  public void replaceFile(FileEdit edit) {
    AtomicReplace.replace(root, edit);
  }

  @Override
  public void make(HostPath path, Entry entry) {
    NewEntry.make(root, path, entry);
  }

  @Override
  public void remove(HostPath path, Entry entry) {
    NewEntry.remove(root, path, entry);
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
