package dev.unhang.linux.command;

import dev.unhang.model.error.CannotChange;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/// A program in a session of its own, which the end of this process and of its terminal leaves
/// alone.
///
/// Man: setsid(1), setsid(2)
public final class DetachedProgram {
  private DetachedProgram() {}

  /// Starts it. What it says goes nowhere.
  public static void start(List<String> argv) {
    List<String> words = new ArrayList<>(List.of("setsid", "--fork"));
    words.addAll(argv);
    try {
      new ProcessBuilder(words)
          .redirectInput(new File("/dev/null"))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException failed) {
      throw new CannotChange(
          "start what takes the change back by itself",
          argv.getFirst(),
          String.valueOf(failed.getMessage()),
          "install util-linux, or change it without a trial: --no-try");
    }
  }
}
