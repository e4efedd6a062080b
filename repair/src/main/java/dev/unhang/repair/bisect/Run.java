package dev.unhang.repair.bisect;

import dev.unhang.model.net.OffloadGroup;
import java.util.Set;

/// One run under load, and how it ended.
///
/// @param off what was switched off while it went on
/// @param exposure until it hung, or until it ended without
/// @param hung whether it ended with a hang
public record Run(Set<OffloadGroup> off, double exposure, boolean hung) {
  public Run {
    off = Set.copyOf(off);
    if (!(exposure >= 0) || !Double.isFinite(exposure)) {
      throw new IllegalArgumentException("no exposure: " + exposure);
    }
  }
}
