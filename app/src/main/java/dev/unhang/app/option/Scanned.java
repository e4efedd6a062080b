package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.text.TroubleLines;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.LogFacts;
import java.util.List;

/// What reading logs means for the exit code and the error stream.
public final class Scanned {
  private Scanned() {}

  /// Says what could not be read. Nothing is lost silently.
  public static void complain(Console console, List<Reading<LogFacts>> logs) {
    for (Reading<LogFacts> log : logs) {
      log.whyNot().ifPresent(why -> console.note("unhang: " + why));
      if (log instanceof Reading.Partly<LogFacts> partly) {
        TroubleLines.of(partly.troubles()).forEach(console::note);
      }
    }
  }

  /// Says what damage was met; a reading that met some is not all there was.
  public static ExitCode complainOf(Console console, List<Trouble> troubles) {
    TroubleLines.of(troubles).forEach(console::note);
    return troubles.isEmpty() ? ExitCode.OK : ExitCode.INCOMPLETE;
  }

  /// The exit code of the logs alone.
  public static ExitCode code(List<Reading<LogFacts>> logs) {
    return ExitCode.worst(logs.stream().map(Scanned::code));
  }

  /// The same of logs that were not named: where one of them can't be read, the others were still
  /// looked at.
  public static ExitCode codeOfFound(List<Reading<LogFacts>> logs) {
    boolean some =
        logs.stream().flatMap(log -> log.known().stream()).anyMatch(log -> log.bytes() > 0);
    return ExitCode.worst(
        logs.stream()
            .map(Scanned::code)
            .map(code -> some && code == ExitCode.UNREADABLE ? ExitCode.INCOMPLETE : code));
  }

  private static ExitCode code(Reading<LogFacts> log) {
    return switch (log) {
      case Reading.Unreadable<LogFacts> unreadable -> ExitCode.UNREADABLE;
      case Reading.Absent<LogFacts> absent -> ExitCode.INCOMPLETE;
      case Reading.Read<LogFacts> read -> code(read.value());
      case Reading.Partly<LogFacts> partly -> code(partly.value());
    };
  }

  private static ExitCode code(LogFacts log) {
    if (log.episodes().stream().anyMatch(each -> each.outcome() != Outcome.FALSE_POSITIVE)) {
      return ExitCode.HANG;
    }
    if (!log.standstills().isEmpty()) {
      return ExitCode.HANG;
    }
    if (log.bytes() == 0) {
      return ExitCode.UNREADABLE;
    }
    return log.covers().isEmpty() || log.endOfReading().isPresent()
        ? ExitCode.INCOMPLETE
        : ExitCode.OK;
  }
}
