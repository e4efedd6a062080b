package dev.unhang.logs.shape;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A way in which a log reaches a reader.
///
/// @param name for the failure's text
/// @param tells what of the log's times is left
record Shape(String name, Tells tells, Function<SeedLog, byte[]> write) {
  /// What of the times a shape keeps.
  enum Tells {
    TIMES,
    NO_TIMES,
    /// Nothing, if it is said why.
    MAY_REFUSE
  }

  static Shape lines(String name, Tells tells, Function<SeedLog, List<String>> lines) {
    return text(name, tells, log -> String.join("\n", lines.apply(log)) + "\n");
  }

  static Shape text(String name, Tells tells, Function<SeedLog, String> text) {
    return new Shape(name, tells, log -> text.apply(log).getBytes(StandardCharsets.UTF_8));
  }

  /// The same with each of its lines changed.
  Shape with(String wrap, UnaryOperator<String> line) {
    return text(
        wrap + " of " + name,
        tells,
        log ->
            String.join(
                    "\n",
                    new String(write.apply(log), StandardCharsets.UTF_8).lines().map(line).toList())
                + "\n");
  }
}
