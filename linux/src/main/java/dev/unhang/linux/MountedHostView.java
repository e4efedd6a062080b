package dev.unhang.linux;

import dev.unhang.linux.file.LiveFiles;
import dev.unhang.linux.file.Root;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.host.NoKernel;
import dev.unhang.model.id.SourceId;
import java.util.List;

/// A host that doesn't run: its disk, mounted below a folder. It has files, and no kernel to ask.
public final class MountedHostView implements HostView {
  private static final SourceId DISK = new SourceId("mounted-disk");
  private static final String WHY = "this is the disk of a host that doesn't run";

  private final LiveFiles files;

  /// @param root its own
  public MountedHostView(Root root) {
    this.files = new LiveFiles(root);
  }

  @Override
  public Reading<Content> read(HostPath path) {
    return files.read(path);
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return files.open(path);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    return files.list(folder);
  }

  @Override
  public Reading<String> link(HostPath path) {
    return files.link(path);
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    return files.attributes(path);
  }

  @Override
  public Reading<CommandOutput> command(Command command) {
    return absent();
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return absent();
  }

  @Override
  public KernelView kernel() {
    return new NoKernel(DISK, WHY);
  }

  private static <T> Reading<T> absent() {
    return new Reading.Absent<>(DISK, WhyAbsent.NOT_OFFERED, WHY);
  }
}
