package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.NicsJson;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Ledger;
import dev.unhang.app.option.NamedOperands;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.screen.NicsScreen;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.saved.RescuedHost;
import dev.unhang.hosts.survey.Survey;
import dev.unhang.model.change.Change;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.NicSurvey;
import dev.unhang.model.net.SurveyedNic;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang nics`: every NIC, what it is, how it is set, what it counts and who uses it.
final class NicsCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("nics", "Shows every NIC: what it is, how it is set, who uses it.")
          .addPositional(
              Spec.operand(
                  "IF",
                  "0..*",
                  "only these interfaces, by any of their names; and a saved host: a report, a"
                      + " sosreport"))
          .addOption(
              Spec.value(
                  "--root",
                  "DIR",
                  "a mounted disk: what its boot log tells, and this system if it is the same"
                      + " machine"))
          .addOption(Spec.flag("--json", "one JSON document, unhang.nics/1"));

  NicsCommand(Wiring wiring) {
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
    NamedOperands operands = NamedOperands.of(Spec.operands(arguments), wiring, console);
    HostView host = host(arguments, operands, console);
    List<String> named = operands.nics();
    NicSurvey survey = Survey.read(host, named);
    boolean isHere = operands.host().isEmpty() && !Spec.has(arguments, "--root");
    requireAll(named, survey, host, isHere ? Ledger.readable(wiring.live()) : List.of());
    JsonOption.answer(
        arguments, console, () -> NicsJson.document(survey), () -> new NicsScreen(survey).lines());
    return survey.guest().isPresent() || survey.nics().isEmpty()
        ? ExitCode.INCOMPLETE
        : ExitCode.OK;
  }

  private HostView host(ParseResult arguments, NamedOperands operands, Console console) {
    Optional<HostPath> root = HostOption.disk(arguments);
    if (root.isEmpty()) {
      return operands.host().orElseGet(() -> wiring.live().view());
    }
    if (operands.host().isPresent()) {
      throw new Usage("--root reads a mounted disk, and a SOURCE something else: give one of them");
    }
    RescuedHost disk = new RescuedHost(wiring.mounted(root.get()), wiring.live().view());
    disk.whyNot().forEach(why -> console.note("unhang: this system is not asked: " + why));
    return disk;
  }

  private static void requireAll(
      List<String> named, NicSurvey survey, HostView host, List<Change> changes) {
    for (String name : named) {
      if (survey.nics().stream().noneMatch(nic -> isCalled(nic, name))) {
        throw InterfaceName.parse(name)
            .map(asked -> NicOperand.notThere(asked, host, changes))
            .orElseThrow(() -> new Usage("'" + name + "' can't be the name of an interface"));
      }
    }
  }

  private static boolean isCalled(SurveyedNic nic, String name) {
    return nic.name().value().equals(name)
        || nic.link().known().filter(link -> link.alternativeNames().contains(name)).isPresent();
  }
}
