package dev.unhang.linux.command;

import dev.unhang.model.host.ByteSink;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads one output of a program to its end, on a thread of its own, so that the program never
/// waits for us. A virtual thread won't do: reading a pipe holds its carrier, of which there may be
/// two.
final class Pump {
  private static final int CHUNK = 64 << 10;

  private final InputStream from;
  private final ByteSink to;
  private final Thread thread;
  private volatile boolean delivering;
  private volatile long chunks;
  private volatile @Nullable Throwable failure;
  private boolean stopped;

  private Pump(String name, InputStream from, ByteSink to) {
    this.from = from;
    this.to = to;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /// Starts reading.
  static Pump start(String name, InputStream from, ByteSink to) {
    Pump pump = new Pump(name, from, to);
    pump.thread.start();
    return pump;
  }

  private void run() {
    byte[] chunk = new byte[CHUNK];
    try (from) {
      for (int length = from.read(chunk); length >= 0; length = from.read(chunk)) {
        deliver(chunk, length);
      }
    } catch (IOException ended_meanwhile) {
      // The program was ended while it spoke: there is no more to read.
    } catch (RuntimeException | Error not_taken) {
      failure = not_taken;
    }
  }

  private synchronized void deliver(byte[] chunk, int length) {
    delivering = true;
    if (!stopped) {
      to.accept(chunk, 0, length);
    }
    chunks++;
    delivering = false;
  }

  /// Waits until all was read and taken.
  ///
  /// @param silence how long nothing may come before we stop waiting: something that the program
  ///   started may hold its output open for ever
  boolean ended(Duration silence) throws InterruptedException {
    long before;
    do {
      before = chunks;
      if (thread.join(silence)) {
        return true;
      }
    } while (delivering || chunks != before);
    return false;
  }

  /// From now on nothing more reaches the sink.
  synchronized void stop() {
    stopped = true;
  }

  /// Throws what the sink has thrown: what it didn't take can't count as read.
  void rethrow() {
    switch (failure) {
      case null -> {}
      case RuntimeException ours -> throw ours;
      case Error worse -> throw worse;
      case Throwable checked -> throw new IllegalStateException(checked);
    }
  }
}
