package dev.unhang.app.command;

import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.linux.MountedHostView;
import dev.unhang.linux.file.Root;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A host whose files are in a folder, whose programs all print the same, and whose kernel answers
/// nothing.
final class FolderHost implements HostView {
  private final Path root;
  private final HostView files;
  private String printed = "";
  private Optional<HostPath> broken = Optional.empty();

  FolderHost(Path root) {
    this.root = root;
    this.files = new MountedHostView(Root.mounted(new HostPath(root.toString())));
  }

  FolderHost file(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  FolderHost file(String path, String text) throws IOException {
    return file(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  FolderHost link(String path, String target) throws IOException {
    Path link = root.resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of(target));
    return this;
  }

  /// What every program prints from now on.
  FolderHost prints(String text) {
    printed = text;
    return this;
  }

  /// A file under which the disk has a bad sector, from its second half on.
  FolderHost breaks(String path) {
    broken = Optional.of(new HostPath("/" + path));
    return this;
  }

  /// This host, where the simulated one would be.
  Wiring wiring() {
    SimWiring sim = new SimWiring();
    Host host = sim.live();
    return new Wiring() {
      @Override
      public Host live() {
        return new Host(
            FolderHost.this,
            host.control(),
            host.events(),
            host.ledger(),
            host.clocks(),
            host.writer(),
            () -> false,
            false);
      }

      @Override
      public HostView mounted(HostPath folder) {
        return sim.mounted(folder);
      }

      @Override
      public HostView here() {
        return sim.here();
      }
    };
  }

  @Override
  public Reading<Content> read(HostPath path) {
    return files.read(path);
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    Reading<ByteSource> opened = files.open(path);
    return broken.equals(Optional.of(path)) ? opened.map(FolderHost::halfOf) : opened;
  }

  private static ByteSource halfOf(ByteSource whole) {
    return new ByteSource() {
      @Override
      public long length() {
        return whole.length();
      }

      @Override
      public int read(long offset, ByteBuffer into) {
        long left = whole.length() / 2 - offset;
        if (left <= 0) {
          throw new UncheckedIOException(new IOException("Input/output error"));
        }
        ByteBuffer some = into.slice(into.position(), (int) Math.min(into.remaining(), left));
        int read = whole.read(offset, some);
        into.position(into.position() + Math.max(read, 0));
        return read;
      }

      @Override
      public void close() throws IOException {
        whole.close();
      }
    };
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
    return new Reading.Read<>(
        new CommandOutput(0, Content.of(printed), Content.of("")), new Origin(command.line()));
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return files.stream(command, out);
  }

  @Override
  public KernelView kernel() {
    return files.kernel();
  }
}
