package dev.unhang.bench.table;

import dev.unhang.bench.BenchBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The page that keeps the last recorded table, between two markers; all around it is left alone.
///
/// @param file the page
public record PerformancePage(Path file) {
  /// Where it is in the source tree.
  public static final String PATH = "docs/performance.md";

  static final String BEGIN = "<!-- bench/run --record writes from here -->";
  static final String END = "<!-- to here -->";

  /// The page of a source tree.
  public static PerformancePage in(Path project) {
    return new PerformancePage(project.resolve(PATH));
  }

  /// Puts a table in the place of the former one.
  public void record(Machine machine, List<String> versions, Table table) {
    try {
      Files.writeString(file, with(Files.readString(file), machine, versions, table));
    } catch (IOException failed) {
      throw new BenchBroken("cannot write " + file, failed);
    }
  }

  static String with(String page, Machine machine, List<String> versions, Table table) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END, Math.max(0, begin));
    if (begin < 0 || end < 0) {
      throw new BenchBroken(
          PATH + " has no place for the table", "put in two lines: " + BEGIN + " and " + END);
    }
    return page.substring(0, begin + BEGIN.length())
        + ("\n\n" + machine.text() + "; " + String.join(", ", versions) + ".\n\n")
        + (table.markdown() + "\n")
        + page.substring(end);
  }
}
