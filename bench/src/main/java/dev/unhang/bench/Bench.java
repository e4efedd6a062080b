package dev.unhang.bench;

import dev.unhang.bench.table.Row;
import java.util.List;

/// One question about speed or memory, answered by whole processes of one run.
public interface Bench {
  /// The name given to `bench/run`.
  String name();

  /// What is asked, in one line.
  String question();

  /// Measures. A tool that is missing, or an answer that is wrong, is a verdict in a row.
  List<Row> measure(Stand stand);
}
