package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.ParseResult;

/// Whether a person agrees to a change.
public final class Consent {
  private Consent() {}

  /// `--yes`, or an answer at the terminal. Without either nothing is done.
  ///
  /// @param question ends in a question mark
  public static boolean given(ParseResult arguments, Console console, String question) {
    if (Spec.has(arguments, "--yes")) {
      return true;
    }
    if (!console.terminal()) {
      boolean takesPlan = arguments.commandSpec().findOption("--plan") != null;
      throw new Usage(
          "this changes the host, and there is no terminal here to ask on: give --yes"
              + (takesPlan ? ", or --plan DIGEST" : ""));
    }
    console.ask(question + " [y/N] ");
    // Ctrl-C is an answer too.
    Thread farewell =
        new Thread(() -> {
          console.note("");
          console.note("unhang: nothing was changed");
        });
    Runtime.getRuntime().addShutdownHook(farewell);
    try {
      return answered(console);
    } finally {
      forget(farewell);
    }
  }

  /// Where the process ends already, the words are on their way.
  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException ending) {
      // It ends because of Ctrl-C: what was asked stays unanswered.
      return;
    }
  }

  private static boolean answered(Console console) {
    try {
      String answer =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
              .readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    } catch (IOException gone) {
      return false;
    }
  }
}
