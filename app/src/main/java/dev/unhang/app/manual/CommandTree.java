package dev.unhang.app.manual;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Commands, and those that stand behind others: `fleet scan`.
public final class CommandTree {
  private CommandTree() {}

  /// Every command below one that help lists, each before those behind it.
  public static List<CommandSpec> below(CommandSpec root) {
    List<CommandSpec> all = new ArrayList<>();
    for (CommandSpec spec : rightBelow(root)) {
      all.add(spec);
      all.addAll(below(spec));
    }
    return all;
  }

  /// Those right below it.
  static List<CommandSpec> rightBelow(CommandSpec root) {
    return root.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> !spec.usageMessage().hidden())
        .toList();
  }

  /// The words by which it is called, without the program's name; empty for the program.
  public static String path(CommandSpec spec) {
    CommandSpec parent = spec.parent();
    if (parent == null) {
      return "";
    }
    String before = path(parent);
    return before.isEmpty() ? spec.name() : before + " " + spec.name();
  }
}
