package dev.unhang.app.console;

import dev.unhang.app.text.JsonText;
import dev.unhang.app.text.Layout;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Where results and problems go, and what the person at the other end can do.
///
/// What is said is made of lines or of JSON, whose own types hold no character that a terminal
/// obeys.
///
/// @param out results
/// @param err progress and problems
/// @param terminal whether a person reads `out` as it comes, and can answer on `in`
/// @param layout how lines are laid out on `out`
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    boolean terminal,
    Layout layout,
    Map<String, String> environment) {
  public Console {
    environment = Map.copyOf(environment);
  }

  /// One whose width is not known.
  public Console(
      PrintStream out,
      PrintStream err,
      InputStream in,
      boolean terminal,
      Map<String, String> environment) {
    this(
        out,
        err,
        in,
        terminal,
        terminal ? Layout.terminal(Optional.empty(), environment) : Layout.PIPE,
        environment);
  }

  /// The same, where what is said is no result: standard output belongs to something else.
  public Console aside() {
    return new Console(err, err, in, terminal, layout, environment);
  }

  /// The same, which says nothing and asks nothing: for work that goes on beside other work.
  public Console silent() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(nowhere, nowhere, in, false, layout, environment);
  }

  /// The same with colours, or without.
  public Console colored(boolean wanted) {
    return new Console(out, err, in, terminal, layout.withColors(wanted), environment);
  }

  /// The same, where results go through something else first.
  Console through(PrintStream other) {
    return new Console(other, err, in, terminal, layout, environment);
  }

  /// Why results no longer arrive; empty as long as they do.
  public Optional<String> lost() {
    if (!out.checkError()) {
      return Optional.empty();
    }
    return Optional.of(
        out instanceof StandardOutput own && !own.why().isEmpty() ? own.why() : "it was refused");
  }

  /// A result of one line.
  public void say(String line) {
    say(Line.plain(line));
  }

  public void say(Line line) {
    layout.lines(line).forEach(out::println);
  }

  /// A result: a screen.
  public void say(Lines screen) {
    screen.lines().forEach(this::say);
  }

  /// A result: a document, or an event of a stream.
  public void say(JsonText document) {
    out.println(document.text());
  }

  /// A question; what is typed stands behind it.
  public void ask(String question) {
    out.print(Line.plain(question).text());
    out.flush();
  }

  /// A question that replaces the last line.
  public void askAgain(String question) {
    out.print("\r" + Line.plain(question).text());
    out.flush();
  }

  /// What replaces the last line that was shown so.
  public void progress(String line) {
    err.print("\r" + Line.plain(line).text());
    err.flush();
  }

  /// Progress, or a problem.
  ///
  /// What was said before it is shown before it: a plan before the deed.
  public void note(String line) {
    out.flush();
    Layout plain = layout.withColors(false);
    plain.lines(Line.plain(line)).forEach(err::println);
  }
}
