package dev.unhang.model.evidence;

/// Damage met while reading, with its place; what could be read is kept beside it.
///
/// @param place where
/// @param what one sentence without a final stop
/// @param restUnread whether what comes behind that place was not read: what is in it is unknown
public record Trouble(Place place, String what, boolean restUnread) {
  /// Damage that was read past.
  public Trouble(Place place, String what) {
    this(place, what, false);
  }

  /// Damage that ended the reading.
  public static Trouble end(Place place, String what) {
    return new Trouble(place, what, true);
  }

  @Override
  public String toString() {
    return place + ": " + what;
  }
}
