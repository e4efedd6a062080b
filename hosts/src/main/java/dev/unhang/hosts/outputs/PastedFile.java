package dev.unhang.hosts.outputs;

import dev.unhang.model.host.HostPath;
import java.util.Optional;

/// A file of a host as `cat` printed it, found in a text.
///
/// @param host whose it is, where a prompt or `uname -a` before it names it
public record PastedFile(HostPath path, Optional<String> host, PastedText text) {
  private static final String LOGS = "/var/log/";

  /// The file that a command line prints whole; empty where it prints none, several, or a log,
  /// which is read as one.
  static Optional<HostPath> printedBy(String line) {
    String command = line.replace("2>/dev/null", "").strip();
    String[] words = command.split("\\s+", 4);
    int cat = words[0].equals("sudo") ? 1 : 0;
    boolean isOne = words.length == cat + 2 && words[cat].equals("cat");
    if (!isOne || !words[cat + 1].matches("/[\\w./@:+-]{1,200}")) {
      return Optional.empty();
    }
    String path = words[cat + 1];
    return path.startsWith(LOGS) || path.endsWith("/") || path.contains("/../")
        ? Optional.empty()
        : Optional.of(new HostPath(path));
  }
}
