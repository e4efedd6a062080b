package dev.unhang.model.host;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import java.util.List;
import java.util.Optional;

/// Everything that is read of a host. A live machine, a saved report and a simulated host answer
/// the same questions. Nothing here changes anything.
public interface HostView {
  /// Longest file that [#read] returns whole: configuration and pseudo-files are far smaller.
  int MAX_SMALL_FILE = 4 << 20;

  /// A small file or pseudo-file, whole. `stat` sizes are not trusted: pseudo-files say 0.
  Reading<Content> read(HostPath path);

  /// A file of any size. The caller closes it.
  Reading<ByteSource> open(HostPath path);

  /// Names in a folder, sorted.
  Reading<List<String>> list(HostPath folder);

  /// Where a symbolic link points, as it is written.
  Reading<String> link(HostPath path);

  /// What the path names, without following a link.
  Reading<FileAttributes> attributes(HostPath path);

  /// Runs a program that only reads, and waits for its end.
  Reading<CommandOutput> command(Command command);

  /// Runs a program that only reads, of any length: its output goes to the sink as it comes, and
  /// what it says of errors is kept.
  ///
  /// @return with an empty output
  default Reading<CommandOutput> command(Command command, ByteSink out) {
    return command(command)
        .map(said -> {
          byte[] bytes = said.out().bytes();
          out.accept(bytes, 0, bytes.length);
          return new CommandOutput(said.exit(), Content.of(""), said.err());
        });
  }

  /// Runs a program that only reads; its output goes to the sink as it comes.
  ///
  /// @return the exit status
  Reading<Integer> stream(Command command, ByteSink out);

  /// The running kernel's answers.
  KernelView kernel();

  /// The same host a moment later, for which it is waited less than a second: counters and rings
  /// that move have moved. Empty where nothing moves, as in evidence that was saved.
  default Optional<HostView> later() {
    return Optional.empty();
  }
}
