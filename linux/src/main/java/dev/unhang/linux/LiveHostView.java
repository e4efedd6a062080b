package dev.unhang.linux;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.linux.file.ClusterFiles;
import dev.unhang.linux.file.LiveFiles;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelView;
import java.nio.file.Path;
import java.util.List;

/// This machine. What could hold up its reader for ever is read by programs that can be ended.
public final class LiveHostView implements HostView {
  private final LiveFiles files = new LiveFiles(Path.of("/"));
  private final ClusterFiles cluster = new ClusterFiles();
  private final KernelView kernel = new LiveKernelView();

  @Override
  public Reading<Content> read(HostPath path) {
    return ClusterFiles.has(path, files) ? cluster.read(path) : files.read(path);
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return files.open(path);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    return ClusterFiles.has(folder, files) ? cluster.list(folder) : files.list(folder);
  }

  @Override
  public Reading<String> link(HostPath path) {
    return ClusterFiles.has(path, files) ? cluster.link(path) : files.link(path);
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    return ClusterFiles.has(path, files) ? cluster.attributes(path) : files.attributes(path);
  }

  @Override
  public Reading<CommandOutput> command(Command command) {
    return RunCommand.collect(command);
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return RunCommand.stream(command, out);
  }

  @Override
  public KernelView kernel() {
    return kernel;
  }
}
