package dev.unhang.app.source;

import dev.unhang.logs.bulk.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// As many threads as the machine has processors, for work that waits for nothing but its bytes.
public final class Threads implements Workers, AutoCloseable {
  private final ForkJoinPool pool = new ForkJoinPool();

  /// How many processors the machine has.
  public static int processors() {
    try (ForkJoinPool usual = new ForkJoinPool()) {
      return usual.getParallelism();
    }
  }

  /// How many pieces are done at once.
  int count() {
    return pool.getParallelism();
  }

  /// Begins a piece of work.
  <T> Future<T> begin(Supplier<T> piece) {
    return pool.submit(piece::get);
  }

  /// Waits for a piece. What it threw is thrown here.
  static <T> T result(Future<T> piece) {
    try {
      return piece.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", stop);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  @Override
  public <T> List<T> all(List<Supplier<T>> pieces) {
    List<Future<T>> begun = new ArrayList<>(pieces.size());
    for (Supplier<T> piece : pieces) {
      begun.add(begin(piece));
    }
    List<T> results = new ArrayList<>(pieces.size());
    for (Future<T> piece : begun) {
      results.add(result(piece));
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
