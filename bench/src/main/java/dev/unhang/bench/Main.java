package dev.unhang.bench;

import dev.unhang.bench.measure.Image;
import dev.unhang.bench.suite.Benches;
import dev.unhang.bench.table.Machine;
import dev.unhang.bench.table.PerformancePage;
import dev.unhang.bench.table.Row;
import dev.unhang.bench.table.Table;
import dev.unhang.bench.table.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `bench/run`: measures, prints one table, and keeps it when told to. The only place that exits.
public final class Main {
  private static final int ALL_MET = 0;
  private static final int MISSED = 1;
  private static final int USAGE = 64;
  private static final int BROKEN = 69;

  private static final String USAGE_TEXT =
      """
      usage: bench/run [NAME...]            measures all benches, or those named
             bench/run --record [NAME...]   and writes the table into docs/performance.md
             bench/run --trial [NAME...]    with small logs: tells whether the benches work, not how fast
             bench/run list                 the benches
      exit: 0 all measured goals met, 1 one missed, 64 usage, 69 nothing could be measured
      """;

  private final PrintStream out;
  private final PrintStream err;

  private Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// Runs and exits.
  public static void main(String[] args) {
    System.exit(new Main(System.out, System.err).run(List.of(args)));
  }

  private int run(List<String> args) {
    Set<String> names = new LinkedHashSet<>(args);
    boolean record = names.remove("--record");
    boolean trial = names.remove("--trial");
    if (names.equals(Set.of("list")) && !record && !trial) {
      Benches.ALL.forEach(bench -> out.printf("%-15s %s%n", bench.name(), bench.question()));
      return ALL_MET;
    }
    List<String> known = Benches.ALL.stream().map(Bench::name).toList();
    if (!known.containsAll(names) || record && trial) {
      err.print(USAGE_TEXT);
      return USAGE;
    }
    try {
      return measure(names, record, trial);
    } catch (BenchBroken broken) {
      err.println("bench broken: " + broken.getMessage());
      return BROKEN;
    } catch (RuntimeException bug) {
      // Never 1: what a bench itself did wrong says nothing about unhang.
      err.println("bench broken: a bug of its own");
      bug.printStackTrace(err);
      return BROKEN;
    }
  }

  private int measure(Set<String> names, boolean record, boolean trial) {
    Path project = project();
    Story story = new Story(err);
    Image image = Image.fresh(project, story);
    Stand stand = new Stand(project, image, trial ? Size.TRIAL : Size.FULL, story);
    List<Row> rows = new ArrayList<>();
    for (Bench bench : Benches.ALL) {
      if (names.isEmpty() || names.contains(bench.name())) {
        story.tell(bench.name() + ": " + bench.question());
        rows.addAll(bench.measure(stand));
      }
    }
    Table table = new Table(rows);
    if (trial) {
      out.println("A trial with small logs: these figures say nothing about speed.");
    }
    out.print(table.text());
    if (record) {
      Machine machine = Machine.here(LocalDate.now(ZoneOffset.UTC));
      PerformancePage.in(project).record(machine, stand.versions(), table);
      out.println("recorded in " + PerformancePage.PATH);
    }
    return exit(rows);
  }

  private static int exit(List<Row> rows) {
    if (rows.stream().anyMatch(row -> row.verdict().isFailure())) {
      return MISSED;
    }
    return rows.stream().anyMatch(row -> row.verdict() instanceof Verdict.Met) ? ALL_MET : BROKEN;
  }

  private static Path project() {
    String project = System.getProperty("bench.project");
    if (project == null) {
      throw new BenchBroken("the benches do not know where their source tree is", "use bench/run");
    }
    return Path.of(project).toAbsolutePath().normalize();
  }
}
