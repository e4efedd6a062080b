package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.TopologyJson;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Ledger;
import dev.unhang.app.option.NamedOperands;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.OutFile;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.page.TopologySvg;
import dev.unhang.app.screen.TopologyScreen;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.survey.FormerNames;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang topology`: who sits on whom, and what goes dark with each NIC.
final class TopologyCommand implements CliCommand {
  private static final List<HostPath> HOSTNAME =
      List.of(new HostPath("/proc/sys/kernel/hostname"), new HostPath("/etc/hostname"));

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("topology", "Shows who sits on whom: what goes dark with each NIC.")
          .addPositional(
              Spec.operand(
                  "IF", "0..*", "only what sits on these; and a host: ssh://HOST, a report"))
          .addOption(Spec.value("--root", "DIR", "a mounted disk: what its files would make"))
          .addOption(Spec.value("--svg", "FILE", "also draw it to a file"))
          .addOption(Spec.flag("--json", "one JSON document, unhang.topology/1"));

  TopologyCommand(Wiring wiring) {
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
  public ExitCode run(ParseResult arguments, Console all) {
    Console console = OutFile.beside(arguments, "--svg", all);
    Optional<HostPath> root = HostOption.disk(arguments);
    NamedOperands operands = NamedOperands.of(Spec.operands(arguments), wiring, console);
    if (operands.host().isPresent() && root.isPresent()) {
      throw new Usage("--root reads a mounted disk, and a SOURCE something else: give one of them");
    }
    HostView host =
        operands.host().or(() -> root.map(wiring::mounted)).orElseGet(() -> wiring.live().view());
    Topology topology = TopologyReader.read(host);
    List<String> named = operands.nics();
    boolean isHere = operands.host().isEmpty() && root.isEmpty();
    requireAll(named, topology, host, () -> isHere ? Ledger.readable(wiring.live()) : List.of());
    if (Spec.has(arguments, "--svg")) {
      OutFile.write(arguments, "--svg", all, TopologySvg.of(topology, hostname(host)));
    }
    JsonOption.answer(
        arguments,
        console,
        () -> TopologyJson.document(topology),
        () -> new TopologyScreen(topology, named).lines());
    return !topology.disagreements().isEmpty()
        ? ExitCode.FINDINGS
        : topology.unread().isEmpty() ? ExitCode.OK : ExitCode.INCOMPLETE;
  }

  private static String hostname(HostView host) {
    return HOSTNAME.stream()
        .flatMap(path -> host.read(path).known().stream())
        .map(Content::utf8)
        .map(String::strip)
        .findFirst()
        .orElse("host");
  }

  private static void requireAll(
      List<String> named, Topology topology, HostView host, Supplier<List<Change>> changes) {
    for (String name : named) {
      if (topology.element(name).isEmpty()) {
        InterfaceName.parse(name)
            .flatMap(asked -> FormerNames.of(host, asked, changes.get()))
            .ifPresent(found -> {
              throw NicOperand.calledOtherwise(name, found);
            });
        throw new CannotRead(
            "find " + name,
            "",
            "the topology has nothing of that name",
            "'unhang topology' without names shows all");
      }
    }
  }
}
