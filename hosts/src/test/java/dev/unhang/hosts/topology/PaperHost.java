package dev.unhang.hosts.topology;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
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
import dev.unhang.model.id.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A host that consists of files and of what programs would answer.
final class PaperHost implements HostView {
  private static final SourceId PAPER = new SourceId("paper");

  private final Map<String, String> files = new TreeMap<>();
  private final Map<String, String> links = new TreeMap<>();
  private final Map<String, String> answers = new TreeMap<>();
  private final KernelView kernel;

  PaperHost(KernelView kernel) {
    this.kernel = kernel;
  }

  PaperHost file(String path, String text) {
    files.put(path, text);
    return this;
  }

  PaperHost link(String path, String target) {
    links.put(path, target);
    return this;
  }

  PaperHost answer(String command, String text) {
    answers.put(command, text);
    return this;
  }

  private static <T> Reading<T> reading(String name, Optional<T> value) {
    return value.isPresent()
        ? new Reading.Read<>(value.get(), new Origin(name))
        : new Reading.Absent<>(PAPER, WhyAbsent.NOT_OFFERED, name + " is not there");
  }

  @Override
  public Reading<Content> read(HostPath path) {
    return reading(path.value(), Optional.ofNullable(files.get(path.value())).map(Content::of));
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return reading(path.value(), Optional.empty());
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    TreeSet<String> names = new TreeSet<>();
    String begin = folder.value() + "/";
    for (String file : files.keySet()) {
      if (file.startsWith(begin)) {
        names.add(file.substring(begin.length()).replaceFirst("/.*", ""));
      }
    }
    names.remove("");
    boolean there = files.keySet().stream().anyMatch(file -> file.startsWith(begin));
    return reading(folder.value(), there ? Optional.of(List.copyOf(names)) : Optional.empty());
  }

  @Override
  public Reading<String> link(HostPath path) {
    return reading(path.value(), Optional.ofNullable(links.get(path.value())));
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    boolean there =
        files.keySet().stream()
            .anyMatch(file -> file.equals(path.value()) || file.startsWith(path.value() + "/"));
    return reading(
        path.value(),
        there
            ? Optional.of(new FileAttributes(FileAttributes.Kind.OTHER, 0, false))
            : Optional.empty());
  }

  @Override
  public Reading<CommandOutput> command(Command command) {
    return reading(
        command.line(),
        Optional.ofNullable(answers.get(command.line()))
            .map(text -> new CommandOutput(0, Content.of(text), Content.of(""))));
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return reading(command.line(), Optional.empty());
  }

  @Override
  public KernelView kernel() {
    return kernel;
  }
}
