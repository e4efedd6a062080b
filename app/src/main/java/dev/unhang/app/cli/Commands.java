package dev.unhang.app.cli;

import dev.unhang.app.Wiring;
import java.util.List;

/// All commands, in the order help lists them.
final class Commands {
  private Commands() {}

  static List<CliCommand> all(Wiring wiring, CliCommand doctor) {
    return List.of(
        doctor,
        new ScanCommand(wiring),
        new BootsCommand(wiring),
        new RecordsCommand(wiring),
        new ExplainCommand(wiring),
        new NicsCommand(wiring),
        new TopologyCommand(wiring),
        new CompareCommand(wiring),
        new CorrelateCommand(wiring),
        new FeaturesCommand(wiring),
        new ReportCommand(wiring),
        new PlanCommand(wiring),
        new FixCommand(wiring),
        new VerifyCommand(wiring),
        new UndoCommand(wiring),
        new HistoryCommand(wiring),
        new LoadCommand(wiring),
        new WitnessCommand(wiring),
        new DemoCommand());
  }
}
