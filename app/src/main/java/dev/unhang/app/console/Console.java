package dev.unhang.app.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

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

  /// The same, where what is said is no result: standard output belongs to something else.
  public Console aside() {
    return new Console(err, err, in, terminal, environment);
  }

  /// Why results no longer arrive; empty as long as they do.
  public Optional<String> lost() {
    if (!out.checkError()) {
      return Optional.empty();
    }
    return Optional.of(
        out instanceof StandardOutput own && !own.why().isEmpty() ? own.why() : "it was refused");
  }

  /// A result.
  public void say(String line) {
    out.println(line);
  }

  /// Progress, or a problem.
  ///
  /// What was said before it is shown before it: a plan before the deed.
  public void note(String line) {
    out.flush();
    err.println(line);
  }
}
