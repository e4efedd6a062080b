package dev.unhang.logs.journal;

/// Tells from a message's bytes whether it may matter. Asked once for each text of a file: the
/// journal keeps equal texts once. Several threads may ask.
@FunctionalInterface
public interface MessageFilter {
  /// Every message.
  MessageFilter ALL = (bytes, from, to) -> true;

  /// @param bytes only valid during the call
  /// @param from the message's first byte
  /// @param to behind its last
  boolean wants(byte[] bytes, int from, int to);
}
