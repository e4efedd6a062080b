package dev.unhang.app.console;

import java.util.Comparator;
import java.util.stream.Stream;

/// What the process answers. If several apply, the first of [#PRECEDENCE] is given.
public enum ExitCode {
  /// Nothing wrong, nothing to do.
  OK(0, "Nothing is wrong, or all was done."),
  /// Findings: at risk, drift, verify failed, or a hang that a setting now in force answers.
  FINDINGS(
      1,
      "Something is to be looked at: a host at risk, a setting that drifted, a fix that isn't in"
          + " force."),
  /// A hang was found that nothing answers.
  HANG(2, "A hang was found that no setting in force answers."),
  /// Not everything could be looked at: no permission, a guest, a log that doesn't reach back.
  INCOMPLETE(3, "Not everything could be looked at."),
  /// Refused, by a guard or because it can't be done safely.
  REFUSED(4, "Refused: a guard said no, or it can't be done safely. Nothing was changed."),
  /// Changed and rolled back.
  TAKEN_BACK(5, "Something was changed, and rolled back."),
  /// The command line makes no sense.
  USAGE(64, "The command line makes no sense."),
  /// Input could not be read, or results not written: a full disk, a reader that is gone.
  UNREADABLE(66, "Input could not be read, or results could not be written."),
  /// The lab or a host is not available.
  UNAVAILABLE(69, "A program or host that is needed isn't there."),
  /// A bug in unhang.
  BUG(70, "A bug in unhang: report it."),
  /// Root is needed.
  NEEDS_ROOT(77, "It takes root.");

  private static final java.util.List<ExitCode> PRECEDENCE =
      java.util.List.of(
          BUG,
          USAGE,
          UNREADABLE,
          NEEDS_ROOT,
          UNAVAILABLE,
          REFUSED,
          TAKEN_BACK,
          HANG,
          FINDINGS,
          INCOMPLETE,
          OK);

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /// The process's exit status.
  public int status() {
    return status;
  }

  /// In a sentence, as the manual says it.
  public String meaning() {
    return meaning;
  }

  /// The one that is given when several apply.
  public static ExitCode worst(Stream<ExitCode> codes) {
    return codes.min(Comparator.comparingInt(PRECEDENCE::indexOf)).orElse(OK);
  }
}
