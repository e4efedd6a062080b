package dev.unhang.repair;

import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.Running;
import java.util.List;

/// Passes everything on to a host; a test changes what it needs.
class PassingControl implements HostControl {
  private final HostControl host;

  PassingControl(HostControl host) {
    this.host = host;
  }

  @Override
  public void replaceFile(FileEdit edit) {
    host.replaceFile(edit);
  }

  @Override
  public void make(HostPath path, Entry entry) {
    host.make(path, entry);
  }

  @Override
  public void remove(HostPath path, Entry entry) {
    host.remove(path, entry);
  }

  @Override
  public void order(KernelOrder order) {
    host.order(order);
  }

  @Override
  public void run(Command command) {
    host.run(command);
  }

  @Override
  public void detach(String name, List<String> argv) {
    host.detach(name, argv);
  }

  @Override
  public Running start(Command command, ByteSink out) {
    return host.start(command, out);
  }
}
