package dev.unhang.hosts.bundle;

import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion;
import dev.unhang.model.host.KernelView;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A host that answers what it answered when its report was made.
///
/// @param answers of then
/// @param otherwise who is asked what was not asked then
/// @param when how the questions were put: at first, or a moment later
public record ReplayedHostView(Answers answers, HostView otherwise, UnaryOperator<Asked> when)
    implements HostView {
  /// The host as it was asked at first.
  public ReplayedHostView(Answers answers, HostView otherwise) {
    this(answers, otherwise, UnaryOperator.identity());
  }

  @Override
  public Reading<Content> read(HostPath path) {
    return answers
        .<Content>get(when.apply(Asked.path(Asked.READ, path)))
        .orElseGet(() -> otherwise.read(path));
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return otherwise.open(path);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    return answers
        .<List<String>>get(when.apply(Asked.path(Asked.LIST, folder)))
        .orElseGet(() -> otherwise.list(folder));
  }

  @Override
  public Reading<String> link(HostPath path) {
    return answers
        .<String>get(when.apply(Asked.path(Asked.LINK, path)))
        .orElseGet(() -> otherwise.link(path));
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    return answers
        .<FileAttributes>get(when.apply(Asked.path(Asked.ATTRIBUTES, path)))
        .orElseGet(() -> otherwise.attributes(path));
  }

  @Override
  public Reading<CommandOutput> command(Command command) {
    return answers
        .<CommandOutput>get(when.apply(new Asked(Asked.COMMAND, command.line())))
        .orElseGet(() -> otherwise.command(command));
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return otherwise.stream(command, out);
  }

  @Override
  public KernelView kernel() {
    return new Replaying(answers, otherwise.kernel(), when);
  }

  /// What was not asked a moment later is not known of then.
  @Override
  public Optional<HostView> later() {
    return answers.all().keySet().stream().anyMatch(Asked::isLater)
        ? Optional.of(
            new ReplayedHostView(answers, SavedHostView.nothing("the second look"), Asked::later))
        : Optional.empty();
  }

  private record Replaying(Answers answers, KernelView otherwise, UnaryOperator<Asked> when)
      implements KernelView {
    @Override
    public <T> Reading<T> ask(KernelQuestion<T> question) {
      return answers
          .<T>get(when.apply(Asked.kernel(question)))
          .orElseGet(() -> otherwise.ask(question));
    }
  }
}
