package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.HistoryJson;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Spec;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.HostReading;
import dev.unhang.model.change.Change;
import dev.unhang.model.id.BootId;
import dev.unhang.watch.order.Titles;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang history`: what unhang has changed on this host.
final class HistoryCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("history", "Lists what unhang has changed here.")
          .addOption(HostOption.spec())
          .addOption(JsonOption.spec("history/1"));

  HistoryCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public boolean isPaged() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Host host = HostOption.of(arguments, wiring);
    Changing.needsRoot(host, "read the ledger");
    List<Change> history = host.ledger().history();
    if (JsonOption.of(arguments)) {
      console.say(HistoryJson.document(history, HostReading.boot(host.view())));
      return ExitCode.OK;
    }
    if (history.isEmpty()) {
      console.say("unhang has changed nothing on this host");
      return ExitCode.OK;
    }
    Optional<BootId> boot = HostReading.boot(host.view());
    Table table = new Table("change", "begun", "NIC", "by", "what", "state");
    for (Change change : history) {
      table.row(
          String.valueOf(change.number()),
          change.begun().toString(),
          change.nic().value(),
          Titles.isOurs(change.title()) ? "the watch" : "command",
          change.title(),
          boot.map(change::stateIn).orElse(change.state()).word());
    }
    console.say(new Lines().rows(table));
    return ExitCode.OK;
  }
}
