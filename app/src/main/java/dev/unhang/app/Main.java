package dev.unhang.app;

import dev.unhang.app.command.Cli;
import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.console.StandardOutput;
import dev.unhang.app.text.Layout;
import dev.unhang.app.text.Size;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.linux.terminal.TerminalSize;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The program's entry, and its only exit.
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /// @param words the command line
  public static void main(String[] words) {
    Console console = console();
    ExitCode code = new Cli(new LiveWiring(), console).run(List.of(words));
    console.out().flush();
    console.err().flush();
    // Nothing is left to be done at the end, and exit() would set up java.logging to say so.
    Runtime.getRuntime().halt(code.status());
  }

  /// This process' own.
  static Console console() {
    boolean isTerminal = isTerminal(System.console());
    return new Console(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.in,
        isTerminal,
        layout(isTerminal),
        System.getenv());
  }

  private static Layout layout(boolean isTerminal) {
    return isTerminal
        ? Layout.terminal(
            TerminalSize.ofStandardOutput().map(size -> new Size(size.rows(), size.columns())),
            System.getenv())
        : Layout.PIPE;
  }

  /// Both standard input and output lead to a person.
  private static boolean isTerminal(java.io.@Nullable Console of) {
    return of != null && of.isTerminal();
  }

  private static PrintStream stream(FileDescriptor to) {
    return new StandardOutput(
        new BufferedOutputStream(new FileOutputStream(to), BUFFER), to == FileDescriptor.err);
  }
}
