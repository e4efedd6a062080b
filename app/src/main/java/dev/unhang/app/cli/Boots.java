package dev.unhang.app.cli;

import dev.unhang.diagnose.source.BootChoice;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// The option `--boot`.
final class Boots {
  private Boots() {}

  static BootChoice chosen(ParseResult arguments) {
    String text = arguments.matchedOptionValue("--boot", "");
    if (text.isEmpty()) {
      return BootChoice.RECENT;
    }
    return BootChoice.parse(text)
        .orElseThrow(() ->
            new Usage(
                "--boot takes 0, -1 and so on, a boot id or all, as journalctl does; not " + text));
  }

  /// Saved logs hold what they hold.
  static List<String> refused(ParseResult arguments, List<String> names) {
    if (arguments.hasMatchedOption("--boot")) {
      throw new Usage("--boot chooses among this host's boots; a file is read whole");
    }
    return names;
  }
}
