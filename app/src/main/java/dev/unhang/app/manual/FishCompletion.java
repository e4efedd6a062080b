package dev.unhang.app.manual;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What completes unhang's words in fish.
///
/// Man: fish-completions(7)
public final class FishCompletion {
  private static final String BOOTS =
      "(journalctl --list-boots --quiet 2>/dev/null | string match -r -- \"-[0-9]+\")";

  private FishCompletion() {}

  /// @param root the program, with all its commands
  public static List<String> of(CommandSpec root) {
    List<String> lines = new ArrayList<>();
    List<String> names = new ArrayList<>();
    lines.add("complete -c unhang -f");
    for (OptionSpec option : root.options()) {
      lines.add("complete -c unhang -n __fish_use_subcommand " + option(option));
    }
    for (CommandSpec spec : CommandTree.rightBelow(root)) {
      names.add(spec.name());
      command(spec, "__fish_use_subcommand", lines);
      for (CommandSpec part : CommandTree.rightBelow(spec)) {
        String after = "'__fish_seen_subcommand_from " + spec.name() + "'";
        command(part, after, lines);
      }
    }
    lines.add(
        "complete -c unhang -n __fish_use_subcommand -a help -d 'Says how a command is used.'");
    lines.add(
        "complete -c unhang -n '__fish_seen_subcommand_from help' -a '"
            + String.join(" ", names)
            + "'");
    return lines;
  }

  /// @param where the condition under which its name is offered
  private static void command(CommandSpec spec, String where, List<String> lines) {
    lines.add(
        "complete -c unhang -n "
            + where
            + " -a "
            + spec.name()
            + " -d "
            + quoted(String.join(" ", spec.usageMessage().description())));
    String within = "complete -c unhang -n '__fish_seen_subcommand_from " + spec.name() + "' ";
    spec.options().forEach(option -> lines.add(within + option(option)));
    spec.positionalParameters()
        .forEach(operand -> {
          String offered = offered(Operand.of(operand));
          if (!offered.isEmpty()) {
            lines.add(within + offered);
          }
        });
  }

  private static String option(OptionSpec option) {
    List<String> words = new ArrayList<>();
    for (String name : option.names()) {
      words.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      words.add("-r");
      words.add(offered(Operand.of(option)));
    }
    words.add("-d " + quoted(String.join(" ", option.description())));
    return String.join(" ", words.stream().filter(word -> !word.isEmpty()).toList());
  }

  private static String offered(Operand operand) {
    String words = String.join(" ", operand.words());
    return switch (operand) {
      case INTERFACE -> "-a '(__fish_print_interfaces)'";
      case FOLDER -> "-a '(__fish_complete_directories)'";
      case FILE -> "-F";
      case BOOT -> "-a '" + words + " " + BOOTS + "'";
      case TOPIC -> "-F -a '" + words + "'";
      case SHELL, SCHEMA, GUARD, WAY, OFFLOAD, COLOR -> "-a '" + words + "'";
      case OTHER -> "";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
