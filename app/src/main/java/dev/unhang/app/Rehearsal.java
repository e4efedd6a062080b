package dev.unhang.app;

import dev.unhang.app.command.Cli;
import dev.unhang.app.console.Console;
import dev.unhang.app.wiring.LiveWiring;
import java.util.List;

/// What a packager runs once for the JVM's start-up cache: the ways through the program that people
/// take, in one process. The cache holds the classes they load, and what the compiler learnt of the
/// loops they run.
public final class Rehearsal {
  private Rehearsal() {}

  /// @param sources logs and journals to read
  public static void main(String[] sources) {
    Console console = Main.console();
    Cli cli = new Cli(new LiveWiring(), console);
    cli.run(List.of("--version"));
    cli.run(List.of("--help"));
    cli.run(List.of("demo"));
    for (String source : sources) {
      cli.run(List.of("scan", source));
      cli.run(List.of("scan", "--json", source));
      cli.run(List.of("doctor", source));
      cli.run(List.of("explain", source));
      cli.run(List.of("boots", source));
      cli.run(List.of("records", source));
    }
    console.out().flush();
  }
}
