package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.Json;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Ledger;
import dev.unhang.app.option.NamedOperands;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.OutFile;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.screen.FeaturesDiff;
import dev.unhang.app.screen.FeaturesText;
import dev.unhang.app.source.SavedFeatures;
import dev.unhang.app.text.JsonText;
import dev.unhang.app.text.Lines;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang features`: what `ethtool -k` shows, and what has changed since it was saved.
final class FeaturesCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("features", "Shows a NIC's offloads as ethtool -k does. Changes nothing.")
          .addPositional(
              Spec.operand(
                  "IF",
                  "1..*",
                  "the interface, as 'ip link' names it; and a saved host: ssh://HOST, a report, a"
                      + " sosreport, a folder or files of outputs; without: this host"))
          .addOption(Spec.value("--save", "FILE", "also write them to a file, as BEFORE"))
          .addOption(Spec.value("--diff", "FILE", "show only what differs from a saved file"))
          .addOption(Spec.flag("--json", "one JSON document, unhang.features/1"));

  FeaturesCommand(Wiring wiring) {
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
    Console console = OutFile.beside(arguments, "--save", all);
    NamedOperands operands = NamedOperands.of(Spec.operands(arguments), wiring, console);
    if (operands.nics().size() > 1) {
      throw new Usage("features shows one interface: " + String.join(", ", operands.nics()));
    }
    NicFacts nic =
        NicOperand.read(
            operands.nics(),
            operands.host().orElseGet(() -> wiring.live().view()),
            () -> operands.host().isPresent() ? List.of() : Ledger.readable(wiring.live()));
    Offloads offloads =
        nic.offloads()
            .known()
            .orElseThrow(() ->
                new CannotRead(
                    "read the offloads of " + nic.name(),
                    "",
                    nic.offloads().whyNot().orElse("not read"),
                    "see whether 'ip link show " + nic.name() + "' still answers"));
    if (nic.offloads() instanceof Reading.Partly<Offloads> partly) {
      Scanned.complainOf(console, partly.troubles());
    }
    FeaturesText text = new FeaturesText(nic.name().value(), offloads);
    if (Spec.has(arguments, "--diff")) {
      return diff(arguments.matchedOptionValue("--diff", ""), nic, offloads, console);
    }
    JsonOption.answer(
        arguments,
        console,
        () -> json(nic, offloads),
        () -> Lines.ofText(String.join("\n", text.lines())));
    if (Spec.has(arguments, "--save")) {
      OutFile.write(arguments, "--save", all, String.join("\n", text.lines()) + "\n");
      console.note(
          "saved; 'unhang features --diff FILE "
              + ShellWord.operand(nic.name().value())
              + "' compares");
    }
    return ExitCode.OK;
  }

  private ExitCode diff(String name, NicFacts nic, Offloads now, Console console) {
    Offloads before = SavedFeatures.read(wiring.here(), name, nic.name());
    FeaturesDiff diff = new FeaturesDiff(before, now);
    diff.changes().forEach(console::say);
    if (diff.changes().isEmpty()) {
      console.say("no offload differs from " + name);
    }
    if (diff.notCompared() > 0) {
      console.note(diff.notCompared() + " features are not in " + name + ": not compared");
    }
    return diff.changes().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static JsonText json(NicFacts nic, Offloads offloads) {
    return Json.document(json ->
        json.string("schema", "unhang.features/1")
            .string("interface", nic.name().value())
            .string("origin", origin(nic.offloads()))
            .strings("troubles", troubles(nic.offloads()))
            .objects("features", offloads.all(), FeaturesCommand::feature));
  }

  private static Optional<String> origin(Reading<Offloads> reading) {
    return switch (reading) {
      case Reading.Read<Offloads> read -> Optional.of(read.origin().name());
      case Reading.Partly<Offloads> partly -> Optional.of(partly.origin().name());
      case Reading.Absent<Offloads> absent -> Optional.empty();
      case Reading.Unreadable<Offloads> unreadable -> Optional.empty();
    };
  }

  private static List<String> troubles(Reading<Offloads> reading) {
    return reading instanceof Reading.Partly<Offloads> partly
        ? partly.troubles().stream().map(Trouble::toString).toList()
        : List.of();
  }

  private static void feature(Json json, Offload offload) {
    json.string("name", offload.name())
        .flag("active", offload.active())
        .flag("requested", offload.wanted())
        .flag("fixed", !offload.changeable());
  }
}
