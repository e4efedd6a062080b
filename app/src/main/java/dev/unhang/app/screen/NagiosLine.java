package dev.unhang.app.screen;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.findings.Report;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Verdict;
import java.util.function.Function;

/// One line for Nagios, Icinga and their kin: a state, the verdict, and numbers behind `|`.
///
/// Nagios Plugin Development Guidelines, "Plugin Output for Nagios", "Plugin Return Codes"
public final class NagiosLine {
  /// The most that old versions take of a line is 4 kB; more than this is not shown.
  private static final int MOST = 300;

  private NagiosLine() {}

  /// What a monitor shows.
  public static String of(Report report, ExitCode code) {
    Verdict verdict = report.verdict();
    long hangs = report.nics().stream().mapToLong(nic -> nic.nic().hangs().size()).sum();
    long unread =
        report.facts().logs().stream().filter(log -> !(log instanceof Reading.Read<?>)).count();
    return line(code, verdict.text())
        + " | hangs="
        + hangs
        + ";;;0 findings="
        + report.diagnosed().size()
        + ";;;0 unread="
        + unread
        + ";;;0";
  }

  /// Runs what says such a line, everything else going to standard error. What it could not do is
  /// said in such a line too.
  ///
  /// @return 0, 1, 2 or 3 alone
  public static ExitCode ofWhatIsSaid(Console all, Function<Console, ExitCode> run) {
    try {
      return ofPlugin(run.apply(all.aside()));
    } catch (UnhangException refused) {
      all.note("unhang: " + refused.getMessage());
      all.note("  try: " + refused.hint());
      all.say(line(ExitCode.INCOMPLETE, String.valueOf(refused.getMessage())));
      return ExitCode.INCOMPLETE;
    }
  }

  private static String line(ExitCode code, String text) {
    String state =
        switch (ofPlugin(code)) {
          case OK -> "OK";
          case FINDINGS -> "WARNING";
          case HANG -> "CRITICAL";
          default -> "UNKNOWN";
        };
    // A verdict that is not known says so itself.
    String verdict = text.startsWith(state + ": ") ? text.substring(state.length() + 2) : text;
    return "UNHANG " + state + " - " + plain(verdict);
  }

  /// The first four codes are those of plugins; the others mean that it is not known.
  private static ExitCode ofPlugin(ExitCode code) {
    return switch (code) {
      case OK, FINDINGS, HANG -> code;
      default -> ExitCode.INCOMPLETE;
    };
  }

  /// Numbers begin behind a bar, and monitors show a line in a page.
  private static String plain(String text) {
    String safe =
        text.replace('|', '/').replace('<', '(').replace('>', ')').replace('&', '+').strip();
    return safe.length() > MOST ? safe.substring(0, MOST) + "..." : safe;
  }
}
