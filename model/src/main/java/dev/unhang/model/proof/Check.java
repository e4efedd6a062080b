package dev.unhang.model.proof;

/// One thing that was looked at again after a change.
///
/// @param subject what was looked at: `tso now`, `tso at boot`
/// @param want what would be right
/// @param have what was read
/// @param note what keeps it so, or what stands in the way
public record Check(String subject, String want, String have, Result result, String note) {
  /// How a check ended.
  public enum Result {
    PASS("pass"),
    FAIL("FAIL"),
    /// It can't be changed, and is as asked for.
    FIXED("fixed"),
    /// The wish is on record, the kernel does not grant it.
    REQUESTED("requested"),
    /// It was not read.
    UNKNOWN("not read");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    /// As shown to a person.
    public String word() {
      return word;
    }
  }
}
