package dev.unhang.watch.sense;

/// What the device itself shows when it is looked at: without that, nothing is done to it.
///
/// @param words how it was seen, for a person
public record Sight(Kind kind, String words) {
  /// What a NIC does.
  public enum Kind {
    /// It sends.
    MOVES,
    /// Nothing waits to be sent.
    IDLE,
    /// Work waits and is not sent, or it can't use the bus.
    STANDS_STILL,
    /// The device answers nothing, or all ones.
    DEAD,
    /// Its partner's pause frames keep it from sending.
    HELD_BACK,
    /// It has no link, or was set down.
    NO_LINK,
    /// There is no such interface.
    GONE,
    /// It can't be told.
    UNKNOWN
  }

  /// Whether the device confirms a hang.
  public boolean confirms() {
    return kind == Kind.STANDS_STILL || kind == Kind.DEAD;
  }
}
