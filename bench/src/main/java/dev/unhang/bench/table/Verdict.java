package dev.unhang.bench.table;

/// Whether a goal was met.
public sealed interface Verdict {
  /// As the table says it.
  String text();

  /// Whether the whole run has failed by it.
  boolean isFailure();

  /// As asked.
  static Verdict of(boolean isMet) {
    return isMet ? new Met() : new Missed();
  }

  /// Measured, and good enough.
  record Met() implements Verdict {
    @Override
    public String text() {
      return "met";
    }

    @Override
    public boolean isFailure() {
      return false;
    }
  }

  /// Measured, and not good enough.
  record Missed() implements Verdict {
    @Override
    public String text() {
      return "missed";
    }

    @Override
    public boolean isFailure() {
      return true;
    }
  }

  /// unhang ended as it should not, or gave a wrong answer; how fast doesn't matter then.
  ///
  /// @param why in a line
  record Wrong(String why) implements Verdict {
    @Override
    public String text() {
      return "wrong: " + why;
    }

    @Override
    public boolean isFailure() {
      return true;
    }
  }

  /// Nothing is known.
  ///
  /// @param why and what to do about it, in a line
  record NotMeasured(String why) implements Verdict {
    @Override
    public String text() {
      return "not measured: " + why;
    }

    @Override
    public boolean isFailure() {
      return false;
    }
  }
}
