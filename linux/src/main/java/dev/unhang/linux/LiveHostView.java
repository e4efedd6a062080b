package dev.unhang.linux;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.linux.file.ClusterFiles;
import dev.unhang.linux.file.LiveFiles;
import dev.unhang.linux.file.Root;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// This machine. What could hold up its reader for ever is read by programs that can be ended.
public final class LiveHostView implements HostView {
  /// A NIC that sends moves its ring within a millisecond; one that a partner pauses, within 34 ms
  /// of the last pause frame at 1 Gb/s (IEEE 802.3 Annex 31B, 65535 times 512 bits).
  private static final Duration MOMENT = Duration.ofMillis(700);

  private final LiveFiles files = new LiveFiles(Root.here());
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
  public Reading<CommandOutput> command(Command command, ByteSink out) {
    return RunCommand.collect(command, out);
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return RunCommand.stream(command, out);
  }

  @Override
  public KernelView kernel() {
    return kernel;
  }

  @Override
  public Optional<HostView> later() {
    new LiveClocks().pause(MOMENT);
    return Optional.of(this);
  }
}
