package dev.unhang.model.evidence;

/// Damage met while reading, with its place; what could be read is kept beside it.
///
/// @param place where
/// @param what one sentence without a final stop
public record Trouble(Place place, String what) {
  @Override
  public String toString() {
    return place + ": " + what;
  }
}
