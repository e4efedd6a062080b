package dev.unhang.app.option;

import dev.unhang.app.source.Journals;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.ShellWord;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The option `--root` of commands that change: the disk of a host that doesn't run.
public final class HostOption {
  private static final String ROOT = "--root";

  private HostOption() {}

  public static OptionSpec spec() {
    return Spec.value(ROOT, "DIR", "the mounted disk of a host that doesn't run, and that alone");
  }

  /// The host that is meant.
  public static Host of(ParseResult arguments, Wiring wiring) {
    return disk(arguments).map(wiring::disk).orElseGet(wiring::live);
  }

  /// Where the disk is mounted; empty where none was named.
  public static Optional<HostPath> disk(ParseResult arguments) {
    return isDisk(arguments)
        ? Optional.of(Journals.path(arguments.matchedOptionValue(ROOT, "")))
        : Optional.empty();
  }

  /// The option as it was typed, behind a blank; empty where it was not.
  public static String typed(ParseResult arguments) {
    return isDisk(arguments)
        ? " --root " + ShellWord.of(arguments.matchedOptionValue(ROOT, ""))
        : "";
  }

  /// Whether it is a disk: there is no kernel to be asked or told anything.
  public static boolean isDisk(ParseResult arguments) {
    return Spec.has(arguments, ROOT);
  }
}
