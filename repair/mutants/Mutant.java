import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One place in the sources that is broken, and who is to notice: a line of mutants.tsv. Columns are
/// parted by tabs; `\n` in a text is a line's end.
///
/// @param id names it
/// @param what is broken, in words
/// @param file below the project
/// @param text that is there exactly once
/// @param replacement for it
/// @param module whose tests are run
/// @param tests simple names of classes
record Mutant(
    String id,
    String what,
    String file,
    String text,
    String replacement,
    String module,
    List<String> tests) {
  private static final int COLUMNS = 7;

  static List<Mutant> read(Path table) throws IOException {
    List<Mutant> all = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS) {
        throw new IllegalArgumentException(columns.length + " columns, not 7: " + line);
      }
      all.add(
          new Mutant(
              columns[0],
              columns[1],
              columns[2],
              columns[3].replace("\\n", "\n"),
              columns[4].replace("\\n", "\n"),
              columns[5],
              List.of(columns[6].split(" ", -1))));
    }
    return all;
  }

  /// The source with the mutation.
  String source(Path project) throws IOException {
    String source = Files.readString(project.resolve(file));
    int at = source.indexOf(text);
    if (at < 0 || source.indexOf(text, at + 1) >= 0) {
      throw new IllegalArgumentException(
          id + ": its text is there " + (at < 0 ? "not at all" : "more than once") + ": " + text);
    }
    return source.substring(0, at) + replacement + source.substring(at + text.length());
  }

  /// The class without its package.
  String simpleName() {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
