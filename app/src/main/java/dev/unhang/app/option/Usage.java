package dev.unhang.app.option;

/// The command line makes no sense, and this says why.
public final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String why;
  private final String hint;

  public Usage(String why) {
    this(why, "");
  }

  /// @param hint what to type; empty where the sentence says it
  public Usage(String why, String hint) {
    super(why);
    this.why = why;
    this.hint = hint;
  }

  /// What to type; empty where the sentence says it.
  public String hint() {
    return hint;
  }

  @Override
  public String getMessage() {
    return why;
  }
}
