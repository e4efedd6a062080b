package dev.unhang.hosts.bundle;

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

/// A host whose answers are noted while it is examined: a report then holds what was asked, neither
/// more nor less. What is opened or streamed is a log, which is kept by [KeptLogs].
public final class RecordingHostView implements HostView {
  private final HostView host;
  private final Answers answers;
  private final UnaryOperator<Asked> when;

  /// @param host who is asked
  public RecordingHostView(HostView host) {
    this(host, new Answers(), UnaryOperator.identity());
  }

  private RecordingHostView(HostView host, Answers answers, UnaryOperator<Asked> when) {
    this.host = host;
    this.answers = answers;
    this.when = when;
  }

  /// What it answered so far.
  public Answers answers() {
    return answers;
  }

  /// Secrets are taken out at once: what is concluded here is what is concluded from the report.
  @Override
  public Reading<Content> read(HostPath path) {
    return answers.once(
        when.apply(Asked.path(Asked.READ, path)),
        () -> host.read(path).map(content -> Secrets.without(path, content)));
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return host.open(path);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    return answers.once(when.apply(Asked.path(Asked.LIST, folder)), () -> host.list(folder));
  }

  @Override
  public Reading<String> link(HostPath path) {
    return answers.once(when.apply(Asked.path(Asked.LINK, path)), () -> host.link(path));
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    return answers.once(
        when.apply(Asked.path(Asked.ATTRIBUTES, path)), () -> host.attributes(path));
  }

  @Override
  public Reading<CommandOutput> command(Command command) {
    return answers.once(
        when.apply(new Asked(Asked.COMMAND, command.line())), () -> host.command(command));
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    return host.stream(command, out);
  }

  @Override
  public KernelView kernel() {
    return new Noting(host.kernel(), answers, when);
  }

  @Override
  public Optional<HostView> later() {
    return host.later().map(then -> new RecordingHostView(then, answers, Asked::later));
  }

  /// Asks the host's kernel what was not asked yet.
  private record Noting(KernelView kernel, Answers answers, UnaryOperator<Asked> when)
      implements KernelView {
    @Override
    public <T> Reading<T> ask(KernelQuestion<T> question) {
      return answers.once(when.apply(Asked.kernel(question)), () -> kernel.ask(question));
    }
  }
}
