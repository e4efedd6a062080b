package dev.unhang.app.option;

/// The command line makes no sense, and this says why.
public final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String why;
  private final String mend;

  public Usage(String why) {
    this(why, "");
  }

  /// @param mend what to type; empty where the sentence says it
  public Usage(String why, String mend) {
    super(why);
    this.why = why;
    this.mend = mend;
  }

  /// What to type; empty where the sentence says it.
  public String mend() {
    return mend;
  }

  @Override
  public String getMessage() {
    return why;
  }
}
