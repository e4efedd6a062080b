package dev.unhang.linux.command;

import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Running;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program that was started, and what it has started itself.
public final class StartedProgram implements Running {
  /// What a program says on standard error is for a person to read.
  private static final int MAX_ERROR = 64 << 10;

  /// How long it may take to end when asked to, and its outputs to run dry.
  private static final Duration END_WITHIN = Duration.ofSeconds(2);

  private final Process process;
  private final Pump out;
  private final Pump err;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  /// How waiting for a program ended.
  enum Ending {
    /// It ended by itself and all it said was read.
    WHOLE,
    /// The deadline passed: it was ended.
    TOO_LATE,
    /// It ended; something that it started goes on and holds its output open.
    LEFT_OTHERS
  }

  private StartedProgram(Process process, ByteSink sink) {
    this.process = process;
    out = Pump.start("stdout", process.getInputStream(), sink);
    err = Pump.start("stderr", process.getErrorStream(), this::keepError);
  }

  /// Starts it; who waits for it minds its deadline.
  static StartedProgram start(Command command, ByteSink out) throws ProgramMissing {
    return start(command, Path.of("/dev/null"), out);
  }

  /// The same.
  ///
  /// @param in what it reads
  static StartedProgram start(Command command, Path in, ByteSink out) throws ProgramMissing {
    String program = command.argv().getFirst();
    Path file =
        ProgramFile.find(program, System.getenv())
            .orElseThrow(() ->
                new ProgramMissing(program, ProgramMissing.Reason.NOWHERE, "no such program"));
    if (!Files.isExecutable(file)) {
      throw new ProgramMissing(program, ProgramMissing.Reason.DENIED, file + " may not be run");
    }
    try {
      return new StartedProgram(begin(command.argv(), file, in), out);
    } catch (IOException failed) {
      throw new ProgramMissing(
          program, ProgramMissing.Reason.OTHER, String.valueOf(failed.getMessage()));
    }
  }

  /// Starts it, and ends it when its deadline passes.
  public static StartedProgram startWithDeadline(Command command, ByteSink out)
      throws ProgramMissing {
    StartedProgram started = start(command, out);
    Thread.ofPlatform().daemon().name("deadline").start(() -> started.endAfter(command.deadline()));
    return started;
  }

  private void endAfter(Duration deadline) {
    try {
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        close();
      }
    } catch (InterruptedException stop) {
      close();
    }
  }

  private static Process begin(List<String> argv, Path file, Path in) throws IOException {
    List<String> found = new ArrayList<>(argv);
    found.set(0, file.toString());
    ProcessBuilder builder = new ProcessBuilder(found);
    builder.environment().put("LC_ALL", "C");
    return builder.redirectInput(in.toFile()).start();
  }

  private void keepError(byte[] chunk, int offset, int length) {
    synchronized (errors) {
      errors.write(chunk, offset, Math.min(length, MAX_ERROR - errors.size()));
    }
  }

  /// Waits for its end and for the end of what it says. Nothing reaches the sink afterwards. Throws
  /// what the sink has thrown.
  Ending await(Duration deadline) {
    try {
      boolean inTime = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        close();
      }
      boolean dry = out.ended(END_WITHIN) && err.ended(END_WITHIN);
      out.stop();
      out.rethrow();
      if (!inTime) {
        return Ending.TOO_LATE;
      }
      return dry ? Ending.WHOLE : Ending.LEFT_OTHERS;
    } catch (InterruptedException stop) {
      close();
      Thread.currentThread().interrupt();
      return Ending.TOO_LATE;
    }
  }

  /// Empty until what it said has reached the sink too. Throws what the sink has thrown.
  @Override
  public OptionalInt exit() {
    if (process.isAlive()) {
      return OptionalInt.empty();
    }
    try {
      if (!out.ended(END_WITHIN) || !err.ended(END_WITHIN)) {
        out.stop();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    out.rethrow();
    return OptionalInt.of(process.exitValue());
  }

  @Override
  public String errorText() {
    synchronized (errors) {
      return errors.toString(StandardCharsets.UTF_8);
    }
  }

  /// Asks it and all it has started to end, and ends what doesn't. One that waits in the kernel
  /// can't be ended: it is left behind.
  @Override
  public void close() {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> all = new ArrayList<>();
    try (Stream<ProcessHandle> descendants = process.descendants()) {
      descendants.forEach(all::add);
    }
    all.forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        process.waitFor(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
