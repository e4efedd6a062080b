package dev.unhang.app;

import dev.unhang.app.command.Cli;
import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.text.Layout;
import dev.unhang.app.text.Size;
import dev.unhang.app.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs the program in this process and keeps what it says.
public final class TestConsole {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private ExitCode exit = ExitCode.OK;

  private TestConsole() {}

  /// Runs one command line.
  public static TestConsole run(Wiring wiring, String... words) {
    return run(wiring, new byte[0], words);
  }

  /// Runs one command line with something on standard input.
  public static TestConsole run(Wiring wiring, byte[] in, String... words) {
    TestConsole test = new TestConsole();
    Console console =
        new Console(
            new PrintStream(test.out, true, StandardCharsets.UTF_8),
            new PrintStream(test.err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(in),
            false,
            Map.of());
    test.exit = new Cli(wiring, console).run(List.of(words));
    return test;
  }

  /// Runs one command line on a terminal of 24 by 80, as the console of Linux is. All that is said
  /// stands in one text, as there.
  public static TestConsole onLinuxConsole(Wiring wiring, String... words) {
    TestConsole test = new TestConsole();
    Map<String, String> environment = Map.of("TERM", "linux", "NO_COLOR", "1", "PAGER", "cat");
    PrintStream screen = new PrintStream(test.out, true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            screen,
            screen,
            new ByteArrayInputStream(new byte[0]),
            true,
            Layout.terminal(Optional.of(Size.VT100), environment),
            environment);
    test.exit = new Cli(wiring, console).run(List.of(words));
    return test;
  }

  /// A file of the repository.
  public static Path repository(String path) {
    return Path.of(System.getProperty("unhang.root", "..")).resolve(path);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  public int exit() {
    return exit.status();
  }
}
