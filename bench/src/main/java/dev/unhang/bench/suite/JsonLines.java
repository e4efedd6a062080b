package dev.unhang.bench.suite;

import dev.unhang.bench.BenchBroken;
import dev.unhang.bench.measure.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// Two commands that should print the same records as JSON, one a line, in the same order. The
/// order of fields within a record is no matter. Both run at once, and nothing is kept.
record JsonLines(Command ours, Command theirs) {
  /// The first difference.
  Optional<String> difference() {
    try {
      Process left = start(ours);
      Process right = start(theirs);
      try (BufferedReader mine = left.inputReader();
          BufferedReader other = right.inputReader()) {
        return difference(mine, other);
      } finally {
        // Where they differ early, both would go on writing.
        left.destroy();
        right.destroy();
      }
    } catch (IOException failed) {
      throw new BenchBroken("cannot compare " + ours.argv() + " with " + theirs.argv(), failed);
    }
  }

  static Optional<String> difference(BufferedReader ours, BufferedReader theirs)
      throws IOException {
    for (long line = 1; ; line++) {
      String mine = ours.readLine();
      String other = theirs.readLine();
      if (mine == null || other == null) {
        return mine == null && other == null
            ? Optional.empty()
            : Optional.of((mine == null ? "too few" : "too many") + " records from " + line);
      }
      Optional<String> field = mine.equals(other) ? Optional.empty() : difference(mine, other);
      if (field.isPresent()) {
        return Optional.of("record " + line + ", " + field.get());
      }
    }
  }

  private static Optional<String> difference(String ours, String theirs) {
    Map<String, Object> mine = JsonObject.parse(ours);
    Map<String, Object> other = JsonObject.parse(theirs);
    TreeSet<String> names = new TreeSet<>(mine.keySet());
    names.addAll(other.keySet());
    for (String name : names) {
      if (!Objects.equals(mine.get(name), other.get(name))) {
        return Optional.of(name + ": " + mine.get(name) + " instead of " + other.get(name));
      }
    }
    return Optional.empty();
  }

  private static Process start(Command command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command.argv()).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }
}
