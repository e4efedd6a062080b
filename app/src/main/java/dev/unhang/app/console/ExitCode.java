package dev.unhang.app.console;

import java.util.Comparator;
import java.util.stream.Stream;

/// What the process answers. If several apply, the first of [#PRECEDENCE] is given.
public enum ExitCode {
  /// Nothing wrong, nothing to do.
  OK(0),
  /// Findings: at risk, drift, verify failed, or a hang that a setting now in force answers.
  FINDINGS(1),
  /// A hang was found that nothing answers.
  HANG(2),
  /// Not everything could be looked at: no permission, a guest, a log that doesn't reach back.
  INCOMPLETE(3),
  /// Refused, by a guard or because it can't be done safely.
  REFUSED(4),
  /// Changed and rolled back.
  TAKEN_BACK(5),
  /// The command line makes no sense.
  USAGE(64),
  /// Input could not be read, or results not written: a full disk, a reader that is gone.
  UNREADABLE(66),
  /// The lab or a host is not available.
  UNAVAILABLE(69),
  /// A bug in unhang.
  BUG(70),
  /// Root is needed.
  NEEDS_ROOT(77);

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

  ExitCode(int status) {
    this.status = status;
  }

  /// The process's exit status.
  public int status() {
    return status;
  }

  /// The one that is given when several apply.
  public static ExitCode worst(Stream<ExitCode> codes) {
    return codes.min(Comparator.comparingInt(PRECEDENCE::indexOf)).orElse(OK);
  }
}
