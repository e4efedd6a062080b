package dev.unhang.app.command;

import dev.unhang.app.wiring.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All commands, in the order help lists them. One is made only when it is asked for: to run it,
/// the options of the others need not exist.
final class Commands {
  private static final List<Entry> ALL =
      List.of(
          new Entry("doctor", DoctorCommand::new),
          new Entry("scan", ScanCommand::new),
          new Entry("boots", BootsCommand::new),
          new Entry("records", RecordsCommand::new),
          new Entry("explain", ExplainCommand::new),
          new Entry("rules", wiring -> new RulesCommand()),
          new Entry("nics", NicsCommand::new),
          new Entry("topology", TopologyCommand::new),
          new Entry("compare", CompareCommand::new),
          new Entry("correlate", CorrelateCommand::new),
          new Entry("features", FeaturesCommand::new),
          new Entry("report", ReportCommand::new),
          new Entry("plan", PlanCommand::new),
          new Entry("fix", FixCommand::new),
          new Entry("verify", VerifyCommand::new),
          new Entry("prove", ProveCommand::new),
          new Entry("confirm", ConfirmCommand::new),
          new Entry(RevertCommand.NAME, RevertCommand::new),
          new Entry("undo", UndoCommand::new),
          new Entry("recover", RecoverCommand::new),
          new Entry("watch", WatchCommand::new),
          new Entry("status", StatusCommand::new),
          new Entry("pause", PauseCommand::new),
          new Entry("resume", ResumeCommand::new),
          new Entry("history", HistoryCommand::new),
          new Entry("ack", AckCommand::new),
          new Entry("load", LoadCommand::new),
          new Entry("witness", WitnessCommand::new),
          new Entry("fleet", wiring -> new FleetCommand(new FleetScanCommand(wiring))),
          new Entry("demo", wiring -> new DemoCommand()),
          new Entry("card", wiring -> new CardCommand()),
          new Entry("schema", wiring -> new SchemaCommand()),
          new Entry("completion", CompletionCommand::new),
          new Entry("man-page", ManPageCommand::new));

  private Commands() {}

  /// A name, as it is typed, and how its command is made.
  private record Entry(String name, Function<Wiring, CliCommand> made) {}

  /// Every command.
  static List<CliCommand> all(Wiring wiring) {
    return ALL.stream().map(entry -> entry.made().apply(wiring)).toList();
  }

  /// The command of that name; empty where there is none.
  static Optional<CliCommand> named(String name, Wiring wiring) {
    for (Entry entry : ALL) {
      if (entry.name().equals(name)) {
        return Optional.of(entry.made().apply(wiring));
      }
    }
    return Optional.empty();
  }
}
