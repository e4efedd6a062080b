package dev.unhang.app.console;

import dev.unhang.app.text.Escape;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  /// A result. Whatever it holds, no control character reaches a terminal: who says it need not
  /// have escaped it.
  public void say(String text) {
    out.println(Escape.lines(text));
  }

  /// A result whose first line has a colour.
  ///
  /// @param color as SGR counts them
  public void say(String text, int... color) {
    String[] parts = Escape.lines(text).split("\n", 2);
    String codes = IntStream.of(color).mapToObj(String::valueOf).collect(Collectors.joining(";"));
    out.println("\u001b[" + codes + "m" + parts[0] + "\u001b[0m");
    if (parts.length > 1) {
      out.println(parts[1]);
    }
  }

  /// A result that ends its own lines, or a question, whose answer is typed behind it.
  public void print(String text) {
    out.print(Escape.lines(text));
    out.flush();
  }

  /// A question that replaces the last line.
  public void askAgain(String question) {
    out.print("\r" + Escape.terminal(question));
    out.flush();
  }

  /// What replaces the last line that was shown so.
  public void progress(String line) {
    err.print("\r" + Escape.terminal(line));
    err.flush();
  }

  /// Progress, or a problem.
  ///
  /// What was said before it is shown before it: a plan before the deed.
  public void note(String line) {
    out.flush();
    err.println(Escape.lines(line));
  }
}
