package dev.unhang.bench.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A program, its arguments, and what it reads on standard input.
///
/// @param argv the program first
/// @param input a file; without it there is nothing to read
/// @param isDiscarded whether nobody looks at what it prints
public record Command(List<String> argv, Optional<Path> input, boolean isDiscarded) {
  /// Copies the list.
  public Command {
    argv = List.copyOf(argv);
  }

  /// A command that reads nothing.
  public static Command of(Path program, Object... arguments) {
    List<String> argv = new ArrayList<>(List.of(program.toString()));
    for (Object argument : arguments) {
      argv.add(argument.toString());
    }
    return new Command(argv, Optional.empty(), false);
  }

  /// The same command with a file to read.
  public Command reading(Path file) {
    return new Command(argv, Optional.of(file), isDiscarded);
  }

  /// The same command, printing into /dev/null. Not for GNU grep, which then stops at the first
  /// match.
  public Command discarding() {
    return new Command(argv, input, true);
  }
}
