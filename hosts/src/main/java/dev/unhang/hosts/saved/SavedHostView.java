package dev.unhang.hosts.saved;

import dev.unhang.hosts.outputs.OutputKind;
import dev.unhang.hosts.outputs.PastedOutput;
import dev.unhang.hosts.outputs.PastedText;
import dev.unhang.hosts.outputs.UnameLine;
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
import java.util.TreeSet;

/// A host of which evidence was saved: it answers from files and from programs' outputs. What was
/// not saved is absent, with the command that would have told it.
///
/// @param evidence what was saved
/// @param second what was saved of it a moment later, if it was looked at twice
public record SavedHostView(SavedEvidence evidence, Optional<SavedEvidence> second)
    implements HostView {
  static final SourceId SAVED = new SourceId("saved-evidence");
  private static final HostPath CLASS_NET = new HostPath("/sys/class/net");
  private static final HostPath RELEASE = new HostPath("/proc/sys/kernel/osrelease");
  private static final HostPath HOSTNAME = new HostPath("/proc/sys/kernel/hostname");

  /// Looked at once.
  public SavedHostView(SavedEvidence evidence) {
    this(evidence, Optional.empty());
  }

  /// A host of which nothing was saved.
  ///
  /// @param name what a person would have called the evidence
  public static SavedHostView nothing(String name) {
    return new SavedHostView(
        new SavedEvidence(name, Optional.empty(), Map.of(), List.of(), List.of(), List.of()));
  }

  @Override
  public Optional<HostView> later() {
    return second.map(SavedHostView::new);
  }

  @Override
  public Reading<Content> read(HostPath path) {
    Content content = evidence.files().get(path);
    if (content != null) {
      evidence.uses().note(path);
      return new Reading.Read<>(content, origin(path));
    }
    if (path.equals(HOSTNAME) && evidence.hostname().isPresent()) {
      return new Reading.Read<>(Content.of(evidence.hostname().get()), new Origin(evidence.name()));
    }
    List<PastedOutput> uname =
        path.equals(RELEASE) ? evidence.outputs(OutputKind.UNAME) : List.of();
    if (uname.isEmpty()) {
      return missing(path + " is not in " + evidence.name());
    }
    evidence.uses().note(uname.getFirst());
    return UnameLine.read(uname.getFirst().text()).map(line -> Content.of(line.release()));
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return read(path).map(SavedBytes::new);
  }

  /// Interfaces that outputs name are listed too, as the kernel would.
  @Override
  public Reading<List<String>> list(HostPath folder) {
    String before = folder.value().equals("/") ? "/" : folder.value() + "/";
    TreeSet<String> names = new TreeSet<>();
    for (HostPath file : evidence.files().keySet()) {
      if (file.value().startsWith(before)) {
        names.add(file.value().substring(before.length()).split("/", 2)[0]);
      }
    }
    if (folder.equals(CLASS_NET)) {
      new SavedKernelView(evidence).nics().forEach(nic -> names.add(nic.value()));
    }
    return names.isEmpty()
        ? missing(folder + " is not in " + evidence.name())
        : new Reading.Read<>(List.copyOf(names), origin(folder));
  }

  @Override
  public Reading<String> link(HostPath path) {
    return missing("links were not saved in " + evidence.name());
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    Content content = evidence.files().get(path);
    if (content != null) {
      return new Reading.Read<>(
          new FileAttributes(FileAttributes.Kind.FILE, content.size(), false), origin(path));
    }
    return list(path)
        .map(names -> new FileAttributes(FileAttributes.Kind.DIRECTORY, names.size(), true));
  }

  /// The first output of the kind, whatever options it was asked with.
  @Override
  public Reading<CommandOutput> command(Command command) {
    Optional<PastedOutput> output =
        OutputKind.printedBy(command.line())
            .flatMap(kind -> evidence.outputs(kind).stream().findFirst());
    if (output.isEmpty()) {
      return missing("add the output of: " + command.line());
    }
    evidence.uses().note(output.get());
    PastedText text = output.get().text();
    return new Reading.Read<>(
        new CommandOutput(0, Content.of(String.join("\n", text.lines())), Content.of("")),
        text.origin());
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return missing("add the output of: " + command.line());
  }

  @Override
  public KernelView kernel() {
    return new SavedKernelView(evidence);
  }

  private Origin origin(HostPath path) {
    return new Origin(evidence.name() + ":" + path);
  }

  static <T> Reading<T> missing(String hint) {
    return new Reading.Absent<>(SAVED, WhyAbsent.NOT_COLLECTED, hint);
  }
}
