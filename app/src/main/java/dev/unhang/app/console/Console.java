package dev.unhang.app.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/// Where results and problems go, and what the person at the other end can do.
///
/// @param out results
/// @param err progress and problems
/// @param terminal whether a person reads `out` as it comes, and can answer on `in`
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    boolean terminal,
    Map<String, String> environment) {
  public Console {
    environment = Map.copyOf(environment);
  }

  /// A result.
  public void say(String line) {
    out.println(line);
  }

  /// Progress, or a problem.
  public void note(String line) {
    err.println(line);
  }
}
