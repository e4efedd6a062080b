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
import dev.unhang.model.id.SourceId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Runs programs by argument vector, in the C locale, without input, and never longer than their
/// deadline.
public final class RunCommand {
  private static final SourceId PROGRAM = new SourceId("program");

  /// More than any program answers that is asked for one thing.
  static final int MAX_OUTPUT = 24 << 20;

  private RunCommand() {}

  /// Keeps as much as may be kept, and remembers whether that was all.
  private static final class Kept implements ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean cut;

    @Override
    public synchronized void accept(byte[] chunk, int offset, int length) {
      int room = MAX_OUTPUT - bytes.size();
      cut |= length > room;
      bytes.write(chunk, offset, Math.min(length, room));
    }

    synchronized Content content() {
      return Content.of(bytes.toByteArray());
    }

    synchronized boolean isCut() {
      return cut;
    }
  }

  /// Runs it to its end and keeps what it says.
  public static Reading<CommandOutput> collect(Command command) {
    Kept out = new Kept();
    try (StartedProgram program = StartedProgram.start(command, out)) {
      List<String> troubles = troubles(program.await(command.deadline()), command);
      if (out.isCut()) {
        troubles.add("said more than " + (MAX_OUTPUT >> 20) + " MiB; the rest was not kept");
      }
      Content errors = Content.of(program.errorText());
      return reading(program.exit(), troubles, command)
          .map(exit -> new CommandOutput(exit, out.content(), errors));
    } catch (ProgramMissing missing) {
      return missing(missing, command);
    }
  }

  /// Runs it to its end and hands out what it says as it comes; what it says of errors is kept.
  public static Reading<CommandOutput> collect(Command command, ByteSink out) {
    try (StartedProgram program = StartedProgram.start(command, out)) {
      List<String> troubles = troubles(program.await(command.deadline()), command);
      Content errors = Content.of(program.errorText());
      return reading(program.exit(), troubles, command)
          .map(exit -> new CommandOutput(exit, Content.of(""), errors));
    } catch (ProgramMissing missing) {
      return missing(missing, command);
    }
  }

  /// Runs it to its end and hands out what it says as it comes. What the sink throws comes out
  /// here.
  public static Reading<Integer> stream(Command command, ByteSink out) {
    try (StartedProgram program = StartedProgram.start(command, out)) {
      List<String> troubles = troubles(program.await(command.deadline()), command);
      return reading(program.exit(), troubles, command);
    } catch (ProgramMissing missing) {
      return missing(missing, command);
    }
  }

  private static List<String> troubles(StartedProgram.Ending ending, Command command) {
    List<String> troubles = new ArrayList<>();
    switch (ending) {
      case WHOLE -> {}
      case TOO_LATE ->
          troubles.add("did not end within " + command.deadline().toSeconds() + " s and was ended");
      case LEFT_OTHERS ->
          troubles.add("ended, and what it started goes on: more may be said than was read");
    }
    return troubles;
  }

  private static Reading<Integer> reading(
      OptionalInt exit, List<String> troubles, Command command) {
    Origin origin = new Origin(command.line());
    if (exit.isEmpty()) {
      return new Reading.Unreadable<>(
          trouble(origin, "can't be ended: it waits within the kernel"), origin);
    }
    if (troubles.isEmpty()) {
      return new Reading.Read<>(exit.getAsInt(), origin);
    }
    return new Reading.Partly<>(
        exit.getAsInt(), troubles.stream().map(what -> trouble(origin, what)).toList(), origin);
  }

  private static Trouble trouble(Origin origin, String what) {
    return new Trouble(new Place.Whole(origin), what);
  }

  private static <T> Reading<T> missing(ProgramMissing missing, Command command) {
    if (missing.reason() == ProgramMissing.Reason.OTHER) {
      Origin origin = new Origin(command.line());
      return new Reading.Unreadable<>(trouble(origin, missing.why()), origin);
    }
    return new Reading.Absent<>(
        PROGRAM,
        missing.reason() == ProgramMissing.Reason.DENIED ? WhyAbsent.DENIED : WhyAbsent.NOT_OFFERED,
        missing.program() + " can't be run here: install it, or run as a user who may");
  }
}
