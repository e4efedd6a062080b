package dev.unhang.app;

/// Which host commands work on.
public interface Wiring {
  /// The host of commands that name no other.
  Host live();
}
