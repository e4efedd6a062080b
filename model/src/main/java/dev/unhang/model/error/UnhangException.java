package dev.unhang.model.error;

/// Something unhang could not do, in the four parts a person needs: what was tried, where, why not
/// (the kernel's or the file's own words), and what to try.
///
/// Damage in foreign input is not an exception: see [dev.unhang.model.evidence.Reading].
public abstract sealed class UnhangException extends RuntimeException
    permits CannotRead,
        CannotChange,
        CannotWrite,
        KernelRefused,
        Malformed,
        EditRefused,
        NeedsRoot,
        ProgramUnavailable {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String where;
  private final String why;
  private final String hint;

  UnhangException(String what, String where, String why, String hint) {
    super("cannot " + what + (where.isEmpty() ? "" : " on " + where) + ": " + why);
    this.what = what;
    this.where = where;
    this.why = why;
    this.hint = hint;
  }

  /// What was tried, as a verb phrase: `turn off tso`.
  public final String what() {
    return what;
  }

  /// The interface, file or host it was tried on; empty where there is none.
  public final String where() {
    return where;
  }

  /// Why it failed.
  public final String why() {
    return why;
  }

  /// What a person can do about it.
  public final String hint() {
    return hint;
  }
}
