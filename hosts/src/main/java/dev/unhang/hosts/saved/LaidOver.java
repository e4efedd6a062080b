package dev.unhang.hosts.saved;

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
import java.util.List;

/// A host laid over another one: what it does not answer itself, the other one answers.
abstract class LaidOver implements HostView {
  private final HostView below;

  LaidOver(HostView below) {
    this.below = below;
  }

  @Override
  public Reading<Content> read(HostPath path) {
    return below.read(path);
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return below.open(path);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    return below.list(folder);
  }

  @Override
  public Reading<String> link(HostPath path) {
    return below.link(path);
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    return below.attributes(path);
  }

  /// Of a path that is answered here: a file where it can be read, else a folder.
  final Reading<FileAttributes> attributesOfAnswer(HostPath path) {
    Reading<Content> file = read(path);
    return file.known().isPresent()
        ? file.map(it -> new FileAttributes(FileAttributes.Kind.FILE, it.size(), false))
        : list(path).map(it -> new FileAttributes(FileAttributes.Kind.DIRECTORY, 0, true));
  }

  @Override
  public Reading<CommandOutput> command(Command command) {
    return below.command(command);
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return below.stream(command, out);
  }

  @Override
  public KernelView kernel() {
    return below.kernel();
  }
}
