package dev.unhang.model.host;

import java.time.Duration;
import java.util.List;

/// A program to run, as its argument vector: never a shell string.
///
/// @param deadline after which it is ended
public record Command(List<String> argv, Duration deadline) {
  public Command {
    argv = List.copyOf(argv);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a command has at least its program");
    }
  }

  /// As a person would type it.
  public String line() {
    return String.join(" ", argv);
  }
}
