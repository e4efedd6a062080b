package dev.unhang.model.host;

import java.util.OptionalInt;

/// A program that was started and may still run.
public interface Running extends AutoCloseable {
  /// Its exit status, once it has ended.
  OptionalInt exit();

  /// What it has said on standard error so far, bounded.
  String errorText();

  /// Ends it if it still runs.
  @Override
  void close();
}
