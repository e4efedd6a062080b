package dev.unhang.hosts.topology;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.topology.Use;
import java.util.Optional;

/// The way a person is logged in: what sshd told the shell that this process descends from. sudo
/// does not hand it on, so it is looked for in the environments of the processes above.
///
/// Man: ssh(1), SSH_CONNECTION; proc_pid_environ(5), proc_pid_status(5)
final class LoginWay {
  private static final HostPath PROC = new HostPath("/proc");
  private static final String VARIABLE = "SSH_CONNECTION=";
  private static final String PARENT = "PPid:";

  /// Deeper than any shell in a shell.
  private static final int MAX_DEPTH = 64;

  private LoginWay() {}

  /// Empty on a console, and where the environments may not be read.
  static Optional<Use> of(HostView host, Ways ways) {
    String process = "self";
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      HostPath folder = PROC.resolve(process);
      Optional<String> connection = connection(host, folder);
      if (connection.isPresent()) {
        return use(connection.get(), ways);
      }
      Optional<String> parent = parent(host, folder);
      if (parent.isEmpty() || parent.get().equals("0")) {
        return Optional.empty();
      }
      process = parent.get();
    }
    return Optional.empty();
  }

  private static Optional<String> connection(HostView host, HostPath process) {
    String environment =
        host.read(process.resolve("environ")).known().map(Content::utf8).orElse("");
    for (String variable : environment.split("\0", -1)) {
      if (variable.startsWith(VARIABLE)) {
        return Optional.of(variable.substring(VARIABLE.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> parent(HostView host, HostPath process) {
    return host.read(process.resolve("status"))
        .known()
        .map(Content::utf8)
        .orElse("")
        .lines()
        .filter(line -> line.startsWith(PARENT))
        .map(line -> line.substring(PARENT.length()).strip())
        .filter(number -> number.matches("\\d{1,10}"))
        .findFirst();
  }

  /// The client's address and port, then the server's.
  private static Optional<Use> use(String connection, Ways ways) {
    String[] words = connection.split(" ", -1);
    return words.length == 4
        ? IpAddress.parse(words[2])
            .flatMap(ways::owner)
            .map(name ->
                new Use(name, Use.Kind.LOGIN, "you are logged in over this, from " + words[0]))
        : Optional.empty();
  }
}
