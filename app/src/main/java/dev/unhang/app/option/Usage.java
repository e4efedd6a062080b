package dev.unhang.app.option;

/// The command line makes no sense, and this says why.
public final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String why;

  public Usage(String why) {
    super(why);
    this.why = why;
  }

  @Override
  public String getMessage() {
    return why;
  }
}
