package dev.unhang.config.networkd;

/// Whether a condition holds, as far as what is known tells.
public enum Fits {
  YES,
  NO,
  /// It asks for something that was not read, or that unhang doesn't know.
  UNKNOWN;

  static Fits of(boolean holds) {
    return holds ? YES : NO;
  }

  /// Whether both hold.
  Fits and(Fits other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  Fits not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
