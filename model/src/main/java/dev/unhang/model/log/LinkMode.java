package dev.unhang.model.log;

import java.util.Optional;

/// What a link that came up was negotiated to, as the driver's line says it.
///
/// @param megabits a second; empty where not told
/// @param full whether both ends may send at once; empty where not told
public record LinkMode(Optional<Integer> megabits, Optional<Boolean> full) {
  /// A line that tells neither.
  public static final LinkMode UNTOLD = new LinkMode(Optional.empty(), Optional.empty());
}
