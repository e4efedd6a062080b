package dev.unhang.bench.suite;

import dev.unhang.bench.measure.Race;
import dev.unhang.bench.measure.Race.Check;
import dev.unhang.bench.measure.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is a right answer.
final class Answers {
  /// What the searches look for, and how many lines of a log have it.
  static final String HEADER = "Detected Hardware Unit Hang";

  /// unhang's exit status where a hang was found.
  private static final int HANG = 2;

  private Answers() {}

  /// Any, with this status.
  static Check exit(int wanted) {
    return run -> Race.exit(run, wanted);
  }

  /// `unhang scan --json` that found so many reports.
  static Check scan(long reports) {
    return run -> {
      Optional<String> exit = Race.exit(run, HANG);
      return exit.isPresent() ? exit : reports(reports, dumps(run));
    };
  }

  /// A number of lines, printed alone.
  static Check count(long reports) {
    return run -> {
      Optional<String> exit = Race.exit(run, 0);
      String printed = Files.readString(run.output()).strip();
      return exit.isPresent() || printed.equals(Long.toString(reports))
          ? exit
          : Optional.of("counted " + printed + " instead of " + reports);
    };
  }

  /// Lines with the header, so many of them.
  static Check lines(long reports) {
    return run -> {
      Optional<String> exit = Race.exit(run, 0);
      try (Stream<String> lines = Files.lines(run.output(), StandardCharsets.ISO_8859_1)) {
        long found = lines.filter(line -> line.contains(HEADER)).count();
        return exit.isPresent() ? exit : reports(reports, found);
      }
    };
  }

  private static Optional<String> reports(long wanted, long found) {
    return found == wanted
        ? Optional.empty()
        : Optional.of("found " + found + " reports instead of " + wanted);
  }

  /// The sum of `hangs[].dumps` of an unhang.scan/1.
  private static long dumps(Run run) throws IOException {
    long sum = 0;
    Map<String, Object> document = JsonObject.parse(Files.readString(run.output()));
    if (document.get("hangs") instanceof List<?> hangs) {
      for (Object hang : hangs) {
        if (hang instanceof Map<?, ?> fields && fields.get("dumps") instanceof Long dumps) {
          sum += dumps;
        }
      }
    }
    return sum;
  }
}
