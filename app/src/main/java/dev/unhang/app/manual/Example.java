package dev.unhang.app.manual;

import dev.unhang.model.table.Table;
import java.util.List;

/// A command line as a person types it: examples.tsv.
///
/// @param typed the whole line
/// @param does what it is for, in a few words
public record Example(String command, String typed, String does) {
  private static final int COLUMNS = 3;

  /// Those of a command, in the table's order.
  public static List<Example> of(String command) {
    return all().stream().filter(each -> each.command.equals(command)).toList();
  }

  /// Those of all commands.
  public static List<Example> all() {
    return Table.read(Example.class, "examples.tsv", COLUMNS).rows().stream()
        .map(row -> new Example(row.get(0), row.get(1), row.get(2)))
        .toList();
  }
}
