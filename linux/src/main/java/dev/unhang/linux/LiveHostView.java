package dev.unhang.linux;

import dev.unhang.linux.command.RunCommand;
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

/// This machine.
public final class LiveHostView implements HostView {
  private final LiveFiles files = new LiveFiles(Path.of("/"));
  private final KernelView kernel = new LiveKernelView();

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
