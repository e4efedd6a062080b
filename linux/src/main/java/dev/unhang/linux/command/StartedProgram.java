package dev.unhang.linux.command;

import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Running;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// A program that was started. Both its outputs are read to their ends by threads of their own, so
/// it never waits for us.
public final class StartedProgram implements Running {
  private static final int CHUNK = 64 << 10;

  /// What a program says on standard error is for a person to read.
  private static final int MAX_ERROR = 64 << 10;

  private static final Duration END_WITHIN = Duration.ofSeconds(2);

  private final Process process;
  private final Thread out;
  private final Thread err;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private StartedProgram(Process process, ByteSink sink) {
    this.process = process;
    out = Thread.ofVirtual().start(() -> pump(process.getInputStream(), sink));
    err = Thread.ofVirtual().start(() -> pump(process.getErrorStream(), this::keepError));
  }

  /// Starts it.
  public static StartedProgram start(Command command, ByteSink out) throws ProgramMissing {
    ProcessBuilder builder = new ProcessBuilder(command.argv());
    builder.environment().put("LC_ALL", "C");
    builder.redirectInput(new File("/dev/null"));
    try {
      return new StartedProgram(builder.start(), out);
    } catch (IOException no_program) {
      throw new ProgramMissing(command.argv().getFirst(), no_program);
    }
  }

  private static void pump(InputStream from, ByteSink to) {
    byte[] chunk = new byte[CHUNK];
    try (from) {
      for (int length = from.read(chunk); length >= 0; length = from.read(chunk)) {
        to.accept(chunk, 0, length);
      }
    } catch (IOException ended_meanwhile) {
      // The program was ended while it spoke: there is no more to read.
    }
  }

  private void keepError(byte[] chunk, int offset, int length) {
    synchronized (errors) {
      errors.write(chunk, offset, Math.min(length, MAX_ERROR - errors.size()));
    }
  }

  /// Waits for its end and for the end of what it says.
  ///
  /// @return false where the deadline passed: it was ended then
  boolean await(Duration deadline) {
    try {
      boolean inTime = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        close();
      }
      out.join(END_WITHIN.plus(deadline));
      err.join(END_WITHIN);
      return inTime;
    } catch (InterruptedException stop) {
      close();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public OptionalInt exit() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  @Override
  public String errorText() {
    synchronized (errors) {
      return errors.toString(StandardCharsets.UTF_8);
    }
  }

  /// Asks it to end, and ends it if it doesn't.
  @Override
  public void close() {
    if (!process.isAlive()) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
