package dev.unhang.app.cli;

/// The command line makes no sense, and this says why.
final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String why;

  Usage(String why) {
    super(why);
    this.why = why;
  }

  @Override
  public String getMessage() {
    return why;
  }
}
