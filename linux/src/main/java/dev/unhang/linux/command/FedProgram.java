package dev.unhang.linux.command;

import dev.unhang.model.host.Command;
import java.nio.file.Path;
import java.util.Optional;

/// A program that reads a file of ours: what it is told stands in no argument list, and no pipe
/// fills up.
public final class FedProgram {
  private FedProgram() {}

  /// Runs it to its end.
  ///
  /// @param file what it reads
  /// @return why it did not do it, in its own words where it has some; empty where it did
  public static Optional<String> run(Command command, String file) {
    String program = command.argv().getFirst();
    try (StartedProgram started =
        StartedProgram.start(command, Path.of(file), (chunk, offset, length) -> {})) {
      StartedProgram.Ending ending = started.await(command.deadline());
      if (ending == StartedProgram.Ending.TOO_LATE) {
        return Optional.of(
            program + " did not end within " + command.deadline().toSeconds() + " s");
      }
      int exit = started.exit().orElse(-1);
      String said = started.errorText().lines().findFirst().orElse("");
      return exit == 0
          ? Optional.empty()
          : Optional.of(program + " ended with " + exit + (said.isEmpty() ? "" : ": " + said));
    } catch (ProgramMissing missing) {
      return Optional.of(missing.program() + ": " + missing.why());
    }
  }
}
