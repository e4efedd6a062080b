package dev.unhang.linux.command;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.name.SourceId;
import java.io.ByteArrayOutputStream;
import java.util.List;

/// Runs programs by argument vector, in the C locale, without input, and never longer than their
/// deadline.
public final class RunCommand {
  private static final SourceId PROGRAM = new SourceId("program");

  /// More than any program answers that is asked for one thing.
  private static final int MAX_OUTPUT = 64 << 20;

  private RunCommand() {}

  /// Runs it to its end and keeps what it says.
  public static Reading<CommandOutput> collect(Command command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteSink bounded =
        (chunk, offset, length) ->
            out.write(chunk, offset, Math.min(length, MAX_OUTPUT - out.size()));
    try (StartedProgram program = StartedProgram.start(command, bounded)) {
      boolean inTime = program.await(command.deadline());
      CommandOutput output =
          new CommandOutput(
              program.exit().orElse(-1),
              Content.of(out.toByteArray()),
              Content.of(program.errorText()));
      return inTime ? read(output, command) : tooLate(output, command);
    } catch (ProgramMissing missing) {
      return missing(missing);
    }
  }

  /// Runs it to its end and hands out what it says as it comes.
  public static Reading<Integer> stream(Command command, ByteSink out) {
    try (StartedProgram program = StartedProgram.start(command, out)) {
      boolean inTime = program.await(command.deadline());
      int exit = program.exit().orElse(-1);
      return inTime ? read(exit, command) : tooLate(exit, command);
    } catch (ProgramMissing missing) {
      return missing(missing);
    }
  }

  private static <T> Reading<T> read(T value, Command command) {
    return new Reading.Read<>(value, new Origin(command.line()));
  }

  private static <T> Reading<T> tooLate(T value, Command command) {
    Origin origin = new Origin(command.line());
    Trouble trouble =
        new Trouble(
            new Place.Whole(origin),
            "did not end within " + command.deadline().toSeconds() + " s and was ended");
    return new Reading.Partly<>(value, List.of(trouble), origin);
  }

  private static <T> Reading<T> missing(ProgramMissing missing) {
    return new Reading.Absent<>(
        PROGRAM,
        missing.isDenied() ? WhyAbsent.DENIED : WhyAbsent.NOT_OFFERED,
        missing.program() + " can't be run here: install it, or run as somebody who may");
  }
}
