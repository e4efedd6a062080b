package dev.unhang.app.manual;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What an option is about. Options of one name are in one group, whatever the command.
enum OptionGroup {
  LOOKS(
      "What it looks at",
      Set.of(
          "--boot",
          "--diff",
          "--hangs",
          "--healthy",
          "--here",
          "--load",
          "--map",
          "--nic",
          "--root",
          "--since",
          "--target",
          "--until",
          "--witness")),
  DOES("What it does", Set.of()),
  SHOWS(
      "How it is shown",
      Set.of(
          "--all",
          "--color",
          "--exit-zero",
          "--help",
          "--html",
          "--json",
          "--jsonl",
          "--list",
          "--markdown",
          "--nagios",
          "--no-pager",
          "--no-redact",
          "--redact",
          "--save",
          "--svg",
          "-o"));

  private final String heading;
  private final Set<String> names;

  OptionGroup(String heading, Set<String> names) {
    this.heading = heading;
    this.names = names;
  }

  String heading() {
    return heading;
  }

  private static OptionGroup of(OptionSpec option) {
    return Arrays.stream(values())
        .filter(group -> group.names.contains(option.longestName()))
        .findFirst()
        .orElse(DOES);
  }

  /// A command's options in this group, by their names.
  List<OptionSpec> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> of(option) == this)
        .sorted(Comparator.comparing(option -> option.longestName().replaceAll("^-+", "")))
        .toList();
  }
}
