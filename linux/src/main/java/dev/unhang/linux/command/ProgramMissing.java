package dev.unhang.linux.command;

/// A program could not be started: it is not there, not for us, or the machine has no room for it.
public final class ProgramMissing extends Exception {
  private static final long serialVersionUID = 1;

  private final String program;
  private final Reason reason;

  /// Why a program could not be started.
  enum Reason {
    /// It is nowhere to be found.
    NOWHERE,
    /// It is there and may not be run.
    DENIED,
    /// It is there and may be run; the cause says what else went wrong.
    OTHER
  }

  ProgramMissing(String program, Reason reason, String said) {
    super(program + ": " + said);
    this.program = program;
    this.reason = reason;
  }

  /// The program's name.
  public String program() {
    return program;
  }

  Reason reason() {
    return reason;
  }

  /// Why, in words.
  public String why() {
    return switch (reason) {
      case NOWHERE -> "it is not installed";
      case DENIED -> "it may not be run";
      case OTHER -> String.valueOf(getMessage());
    };
  }
}
