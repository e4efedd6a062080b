package dev.unhang.bench.measure;

import dev.unhang.bench.BenchBroken;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A command that goes on running: it is told something, and something is heard of it, each with
/// the time.
public final class Live implements AutoCloseable {
  private static final Duration END_WITHIN = Duration.ofSeconds(5);

  private final Process process;
  private final BufferedWriter in;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  /// A line that was heard.
  ///
  /// @param nanos of System.nanoTime() when it was there to be read
  /// @param line without its end
  public record Heard(long nanos, String line) {}

  private Live(Process process) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().name("hears").start(() -> listen(process.inputReader()));
  }

  /// Starts a command and hears both its outputs.
  public static Live start(Command command) {
    try {
      return new Live(new ProcessBuilder(command.argv()).redirectErrorStream(true).start());
    } catch (IOException failed) {
      throw new BenchBroken("cannot run " + command.argv(), failed);
    }
  }

  private void listen(BufferedReader out) {
    try (out) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        heard.add(new Heard(System.nanoTime(), line));
      }
    } catch (IOException ended) {
      heard.add(new Heard(System.nanoTime(), ended.toString()));
    }
  }

  /// Tells it something.
  public void tell(String text) {
    try {
      in.write(text);
      in.flush();
    } catch (IOException failed) {
      throw new BenchBroken("the listener is gone: " + process.info().command(), failed);
    }
  }

  /// The next line with these words; empty where none came in time.
  public Optional<Heard> hear(String words, Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    try {
      while (true) {
        Heard next = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null || next.line().contains(words)) {
          return Optional.ofNullable(next);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new BenchBroken("interrupted while listening", ended);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
