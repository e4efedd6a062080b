package dev.unhang.linux.command;

/// A program is not there, or not for us.
public final class ProgramMissing extends Exception {
  private static final long serialVersionUID = 1;

  private final String program;
  private final boolean denied;

  ProgramMissing(String program, Throwable cause) {
    super(program + ": " + cause.getMessage(), cause);
    this.program = program;
    this.denied = String.valueOf(cause.getMessage()).contains("error=13,");
  }

  /// The program's name.
  public String program() {
    return program;
  }

  /// Whether it is there and may not be run (EACCES).
  public boolean isDenied() {
    return denied;
  }
}
