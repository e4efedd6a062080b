package dev.unhang.app.manual;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What an option is about. Options of one name are in one group, whatever the command.
enum OptionGroup {
  LOOKS("What it looks at"),
  DOES("What it does"),
  SHOWS("How it is shown");

  private static final Set<String> LOOKING =
      Set.of(
          "--boot",
          "--diff",
          "--files",
          "--hangs",
          "--healthy",
          "--here",
          "--load",
          "--map",
          "--nic",
          "--proxmox-cluster",
          "--root",
          "--since",
          "--target",
          "--until",
          "--witness");
  private static final Set<String> SHOWING =
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
          "-o");

  private final String heading;

  OptionGroup(String heading) {
    this.heading = heading;
  }

  String heading() {
    return heading;
  }

  private static OptionGroup of(OptionSpec option) {
    String name = option.longestName();
    return LOOKING.contains(name) ? LOOKS : SHOWING.contains(name) ? SHOWS : DOES;
  }

  /// A command's options in this group, by their names.
  List<OptionSpec> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> of(option) == this)
        .sorted(Comparator.comparing(option -> option.longestName().replaceAll("^-+", "")))
        .toList();
  }
}
