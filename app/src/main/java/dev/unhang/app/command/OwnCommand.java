package dev.unhang.app.command;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;

/// How this program was started, to start it again: the JVM, its options and the jar.
///
/// Man: proc_pid_cmdline(5), proc_pid_exe(5)
final class OwnCommand {
  private static final HostPath COMMAND_LINE = new HostPath("/proc/self/cmdline");
  private static final HostPath PROGRAM = new HostPath("/proc/self/exe");

  private OwnCommand() {}

  /// The words up to the jar. Throws CannotChange where they were not read, or the jar is not named
  /// by an absolute path.
  static List<String> read(HostView host) {
    List<String> words =
        List.of(host.read(COMMAND_LINE).known().map(Content::utf8).orElse("").split("\0", -1));
    int jar = words.indexOf("-jar") + 1;
    String program = host.link(PROGRAM).known().orElse("");
    if (jar == 0 || jar >= words.size() || !words.get(jar).startsWith("/") || program.isEmpty()) {
      throw new CannotChange(
          "start what takes the change back by itself",
          "",
          "how unhang was started can't be read from " + COMMAND_LINE,
          "start it by its launcher, or change without a trial: --no-try");
    }
    List<String> own = new ArrayList<>(words.subList(0, jar + 1));
    own.set(0, program);
    return own;
  }
}
