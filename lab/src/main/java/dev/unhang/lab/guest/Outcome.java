package dev.unhang.lab.guest;

import java.util.List;

/// How a command in the guest ended.
///
/// @param argv the command as it was given
/// @param exit its exit status; 128 + the signal if a signal ended it
/// @param out its standard output, as UTF-8
/// @param err its standard error, as UTF-8
public record Outcome(List<String> argv, int exit, String out, String err) {

  /// Copies the list.
  public Outcome {
    argv = List.copyOf(argv);
  }

  /// Whether it ended with status 0.
  public boolean ok() {
    return exit == 0;
  }

  /// The whole exchange as a person would have seen it on a terminal, for transcripts and for
  /// failed checks.
  public String transcript() {
    StringBuilder text =
        new StringBuilder("$ ").append(String.join(" ", argv)).append('\n').append(out);
    if (!out.isEmpty() && !out.endsWith("\n")) {
      text.append('\n');
    }
    err.lines().forEach(line -> text.append("! ").append(line).append('\n'));
    return text.append("[exit ").append(exit).append("]\n").toString();
  }
}
