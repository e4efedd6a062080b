package dev.unhang.bench.suite;

import dev.unhang.bench.Bench;
import java.util.List;

/// All benches, in the order of the table.
public final class Benches {
  /// The list; a bench that isn't in it doesn't exist.
  public static final List<Bench> ALL =
      List.of(
          new PlainText(),
          new JcSample(),
          new JournalHangs(),
          new JournalJson(),
          SiftedJournal.JSON,
          SiftedJournal.EXPORT,
          new OneDump(),
          new Follow(),
          new Nics(),
          new PlanOfManyStanzas(),
          new ProofOfTenYears(),
          new ScanOfAFleet());

  private Benches() {}
}
