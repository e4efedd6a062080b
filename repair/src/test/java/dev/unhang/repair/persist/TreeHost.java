package dev.unhang.repair.persist;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.FileAttributes.Kind;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.host.Running;
import dev.unhang.model.id.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A host made of one text: `== PATH` begins a file, `== PATH -> TARGET` is a link, `== PATH/` a
/// folder, `== $ COMMAND` a program's output. What stands before the first of them says what host
/// it is.
final class TreeHost implements HostView, HostControl {
  private static final SourceId TREE = new SourceId("tree");
  private static final String HEAD = "== ";

  private final Map<String, Content> files = new TreeMap<>();
  private final Map<String, String> links = new TreeMap<>();
  private final Set<String> folders = new TreeSet<>();
  private final Map<String, String> outputs = new TreeMap<>();
  private final Map<String, Integer> modes = new TreeMap<>();
  private final Set<String> denied = new HashSet<>();
  private final List<String> ran = new ArrayList<>();
  private boolean readOnly;

  /// The text of a resource, behind what every host has.
  static TreeHost named(String name) {
    TreeHost host = new TreeHost();
    host.fill(resource("every-host"));
    host.fill(resource(name));
    return host;
  }

  private static String resource(String name) {
    try (InputStream in = TreeHost.class.getResourceAsStream("/hosts/" + name + ".txt")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(String text) {
    for (String part : ("\n" + text).split("\n(?=== )")) {
      if (!part.startsWith(HEAD)) {
        continue;
      }
      int end = part.indexOf('\n') < 0 ? part.length() : part.indexOf('\n');
      String head = part.substring(HEAD.length(), end);
      String body = end == part.length() ? "" : part.substring(end + 1);
      int arrow = head.indexOf(" -> ");
      if (head.startsWith("$ ")) {
        outputs.put(head.substring(2), body);
      } else if (arrow > 0) {
        links.put(head.substring(0, arrow), head.substring(arrow + 4));
      } else if (head.endsWith("/")) {
        folders.add(head.substring(0, head.length() - 1));
      } else {
        files.put(head, Content.of(body.isEmpty() || body.endsWith("\n") ? body : body + "\n"));
      }
    }
  }

  /// Writes a file as somebody else would.
  TreeHost with(String path, String text) {
    files.put(path, Content.of(text.getBytes(StandardCharsets.ISO_8859_1)));
    return this;
  }

  TreeHost withLink(String path, String target) {
    links.put(path, target);
    return this;
  }

  TreeHost withMode(String path, int bits) {
    modes.put(path, bits);
    return this;
  }

  TreeHost withOutput(String command, String text) {
    outputs.put(command, text);
    return this;
  }

  /// Takes away all paths that begin so.
  TreeHost without(String prefix) {
    files.keySet().removeIf(path -> path.startsWith(prefix));
    links.keySet().removeIf(path -> path.startsWith(prefix));
    folders.removeIf(path -> path.startsWith(prefix));
    outputs.keySet().removeIf(command -> command.startsWith(prefix));
    return this;
  }

  /// Nobody may read it.
  TreeHost deny(String path) {
    denied.add(path);
    return this;
  }

  /// Every change is refused, as a file system mounted read-only does.
  TreeHost readOnly() {
    readOnly = true;
    return this;
  }

  /// Everything that is there, to be compared.
  Map<String, String> everything() {
    Map<String, String> all = new TreeMap<>();
    files.forEach(
        (path, content) -> all.put(path, new String(content.bytes(), StandardCharsets.ISO_8859_1)));
    links.forEach((path, target) -> all.put(path, "-> " + target));
    folders.forEach(path -> all.put(path, "folder"));
    return all;
  }

  String text(String path) {
    return new String(
        Objects.requireNonNull(files.get(path), path).bytes(), StandardCharsets.ISO_8859_1);
  }

  /// The programs that were run, as a person would type them.
  List<String> ran() {
    return ran;
  }

  @Override
  public Reading<Content> read(HostPath path) {
    if (denied.contains(path.value())) {
      return new Reading.Absent<>(TREE, WhyAbsent.DENIED, "permission denied");
    }
    Content content = files.get(path.value());
    return content == null ? absent(path) : new Reading.Read<>(content, new Origin(path.value()));
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return absent(path);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    TreeSet<String> names = new TreeSet<>();
    String prefix = folder.value() + "/";
    for (String path : everything().keySet()) {
      if (path.startsWith(prefix)) {
        names.add(path.substring(prefix.length()).split("/", 2)[0]);
      }
    }
    return names.isEmpty() && !folders.contains(folder.value())
        ? absent(folder)
        : new Reading.Read<>(List.copyOf(names), new Origin(folder.value()));
  }

  @Override
  public Reading<String> link(HostPath path) {
    String target = links.get(path.value());
    return target == null ? absent(path) : new Reading.Read<>(target, new Origin(path.value()));
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    Content content = files.get(path.value());
    if (content != null) {
      return found(
          path,
          new FileAttributes(
              Kind.FILE, content.size(), true, Optional.ofNullable(modes.get(path.value()))));
    }
    if (links.containsKey(path.value())) {
      return found(path, new FileAttributes(Kind.LINK, 0, true));
    }
    return list(path).map(names -> new FileAttributes(Kind.DIRECTORY, 0, true));
  }

  private static Reading<FileAttributes> found(HostPath path, FileAttributes attributes) {
    return new Reading.Read<>(attributes, new Origin(path.value()));
  }

  @Override
  public Reading<CommandOutput> command(Command command) {
    String output = outputs.get(command.line());
    return output == null
        ? new Reading.Absent<>(TREE, WhyAbsent.NOT_OFFERED, command.line() + " is not there")
        : new Reading.Read<>(
            new CommandOutput(0, Content.of(output), Content.of("")), new Origin(command.line()));
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return new Reading.Absent<>(TREE, WhyAbsent.NOT_OFFERED, command.line() + " is not there");
  }

  @Override
  public KernelView kernel() {
    return TreeKernel.view();
  }

  private static <T> Reading<T> absent(HostPath path) {
    return new Reading.Absent<>(TREE, WhyAbsent.NOT_OFFERED, path + " is not there");
  }

  @Override
  public void replaceFile(FileEdit edit) {
    refuseReadOnly(edit.path());
    if (!Objects.equals(edit.before(), files.get(edit.path().value()))) {
      throw new CannotChange("write", edit.path().value(), "it was changed", "look");
    }
    files.put(edit.path().value(), edit.after());
  }

  @Override
  public void make(HostPath path, Entry entry) {
    refuseReadOnly(path);
    String folder = path.value().substring(0, path.value().lastIndexOf('/'));
    if (attributes(path).known().isPresent() || list(new HostPath(folder)).known().isEmpty()) {
      throw new CannotChange("make", path.value(), "it is there, or nothing is above it", "look");
    }
    switch (entry) {
      case Entry.NewFile file -> files.put(path.value(), file.content());
      case Entry.Link link -> links.put(path.value(), link.target());
      case Entry.Folder made -> folders.add(path.value());
    }
  }

  @Override
  public void remove(HostPath path, Entry entry) {
    refuseReadOnly(path);
    boolean holds =
        switch (entry) {
          case Entry.NewFile file -> Objects.equals(file.content(), files.get(path.value()));
          case Entry.Link link -> Objects.equals(link.target(), links.get(path.value()));
          case Entry.Folder made -> list(path).known().orElse(List.of()).isEmpty();
        };
    if (!holds) {
      throw new CannotChange("take away", path.value(), "it was changed", "look");
    }
    files.remove(path.value());
    links.remove(path.value());
    folders.remove(path.value());
  }

  private void refuseReadOnly(HostPath path) {
    if (readOnly) {
      throw new CannotChange("write", path.value(), "EROFS", "mount it for writing");
    }
  }

  @Override
  public void order(KernelOrder order) {}

  @Override
  public void run(Command command) {
    ran.add(command.line());
  }

  @Override
  public void detach(String name, List<String> argv) {
    throw new CannotChange("start", name, "nothing runs here", "look");
  }

  @Override
  public Running start(Command command, ByteSink out) {
    throw new CannotChange("start", command.line(), "nothing runs here", "look");
  }
}
