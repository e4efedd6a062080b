package dev.unhang.app.manual;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// What commands are for, in the order of a repair.
enum CommandGroup {
  WRONG("What is wrong", "doctor scan boots records explain rules compare correlate"),
  THERE("What is there", "nics topology features report"),
  REPAIR("Repair it, and take it back", "plan fix confirm verify prove undo history ack"),
  HANGS("A card that hangs, or may", "recover load watch status pause resume"),
  HOSTS("More hosts than one", "fleet witness"),
  PROGRAM("unhang itself", "demo card schema completion");

  private final String heading;
  private final String names;

  CommandGroup(String heading, String names) {
    this.heading = heading;
    this.names = names;
  }

  String heading() {
    return heading;
  }

  /// Those of the program's commands that are in this group, with those behind them. What no group
  /// names is the program's own.
  List<CommandSpec> commands(List<CommandSpec> all) {
    return all.stream()
        .filter(command -> of(CommandTree.path(command).split(" ", 2)[0]) == this)
        .toList();
  }

  private static CommandGroup of(String command) {
    for (CommandGroup group : values()) {
      if (List.of(group.names.split(" ")).contains(command)) {
        return group;
      }
    }
    return PROGRAM;
  }
}
