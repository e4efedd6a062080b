package dev.unhang.model.host;

/// Takes bytes as they come, in chunks of any size.
@FunctionalInterface
public interface ByteSink {
  /// @param buffer only valid during the call
  void accept(byte[] buffer, int offset, int length);
}
