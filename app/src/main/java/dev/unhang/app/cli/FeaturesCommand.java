package dev.unhang.app.cli;

import dev.unhang.app.Console;
import dev.unhang.app.ExitCode;
import dev.unhang.app.Host;
import dev.unhang.app.Wiring;
import dev.unhang.app.render.FeaturesText;
import dev.unhang.app.render.Json;
import dev.unhang.app.source.Journals;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.facts.Offload;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.host.HostPath;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang features`: what `ethtool -k` shows, and what has changed since it was saved.
final class FeaturesCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("features", "Shows a NIC's offloads as ethtool -k does. Changes nothing.")
          .addPositional(NicOperand.spec())
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
  public ExitCode run(ParseResult arguments, Console console) {
    Host host = wiring.live();
    NicFacts nic = NicOperand.read(arguments, host.view());
    Offloads offloads =
        nic.offloads()
            .known()
            .orElseThrow(() ->
                new CannotRead(
                    "read the offloads of " + nic.name(),
                    "",
                    nic.offloads().whyNot().orElse("not read"),
                    "see whether 'ip link show " + nic.name() + "' still answers"));
    FeaturesText text = new FeaturesText(nic.name().value(), offloads);
    if (Spec.has(arguments, "--diff")) {
      return diff(arguments.matchedOptionValue("--diff", ""), text, console);
    }
    console.say(
        Spec.has(arguments, "--json") ? json(nic, offloads) : String.join("\n", text.lines()));
    if (Spec.has(arguments, "--save")) {
      OutFile.write(
          arguments.matchedOptionValue("--save", ""), String.join("\n", text.lines()) + "\n");
      console.note("saved; 'unhang features " + nic.name() + " --diff FILE' compares");
    }
    return ExitCode.OK;
  }

  private ExitCode diff(String name, FeaturesText now, Console console) {
    HostPath path = Journals.path(name);
    Content saved =
        wiring
            .here()
            .read(path)
            .known()
            .orElseThrow(() ->
                new CannotRead(
                    "read " + name, "", "it is not there", "make it with: --save " + name));
    List<String> changed = now.changesSince(saved.utf8().lines().toList());
    changed.forEach(console::say);
    if (changed.isEmpty()) {
      console.say("no offload differs from " + name);
    }
    return changed.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static String json(NicFacts nic, Offloads offloads) {
    return Json.document(json ->
        json.string("schema", "unhang.features/1")
            .string("interface", nic.name().value())
            .objects("features", offloads.all(), FeaturesCommand::feature));
  }

  private static void feature(Json json, Offload offload) {
    json.string("name", offload.name())
        .flag("active", offload.active())
        .flag("requested", offload.wanted())
        .flag("fixed", !offload.changeable());
  }
}
