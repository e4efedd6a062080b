package dev.unhang.app.cli;

import dev.unhang.app.Host;
import dev.unhang.app.Wiring;
import dev.unhang.app.source.Journals;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The option `--root` of commands that change: the disk of a host that doesn't run.
final class HostOption {
  private static final String ROOT = "--root";

  private HostOption() {}

  static OptionSpec spec() {
    return Spec.value(ROOT, "DIR", "the mounted disk of a host that doesn't run, and that alone");
  }

  /// The host that is meant.
  static Host of(ParseResult arguments, Wiring wiring) {
    return isDisk(arguments)
        ? wiring.disk(Journals.path(arguments.matchedOptionValue(ROOT, "")))
        : wiring.live();
  }

  /// The option as it was typed, behind a blank; empty where it was not.
  static String typed(ParseResult arguments) {
    return isDisk(arguments) ? " --root " + arguments.matchedOptionValue(ROOT, "") : "";
  }

  /// Whether it is a disk: there is no kernel to be asked or told anything.
  static boolean isDisk(ParseResult arguments) {
    return Spec.has(arguments, ROOT);
  }
}
