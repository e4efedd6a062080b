package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What helps with drivers other than e1000e: our own table, driver-steps.tsv, of which each line
/// names its source.
public final class DriversOwnSteps implements Remedy {
  private static final StepId ID = new StepId("drivers-own-steps");
  private static final String TABLE = "driver-steps.tsv";
  private static final int COLUMNS = 7;

  private static final Map<String, List<String>> ROWS =
      Table.read(DriversOwnSteps.class, TABLE, COLUMNS).rows().stream()
          .collect(Collectors.toMap(List::getFirst, row -> row));

  /// Whether a driver of the table reports hangs itself: then a watchdog alone is none.
  public static boolean reportsHangs(String driver) {
    List<String> row = ROWS.get(driver);
    return row != null && row.get(5).equals("own");
  }

  @Override
  public StepId id() {
    return ID;
  }

  /// Whether a driver is one of the table.
  public static boolean knows(String driver) {
    return ROWS.containsKey(driver);
  }

  @Override
  public Applicability fit(NicCase nic) {
    return nic.driver()
        .flatMap(driver -> Optional.ofNullable(ROWS.get(driver)))
        .<Applicability>map(row ->
            new Applicability.Applicable(
                new Advice(
                    ID,
                    row.get(1).replace("IF", nic.typedName()),
                    row.get(2),
                    row.get(3),
                    row.get(4).equals("drops"),
                    keptBy(row.get(1)),
                    "no watchdog and no reset in the log under load since")))
        .orElseGet(Applicability.NotApplicable::new);
  }

  /// An argument of the kernel is given at each boot.
  private static Optional<String> keptBy(String command) {
    return command.endsWith(" at boot")
        ? Optional.of("the boot loader's command line")
        : Optional.empty();
  }
}
