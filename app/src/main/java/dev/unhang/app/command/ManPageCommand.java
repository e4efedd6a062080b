package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.console.Version;
import dev.unhang.app.manual.ManPage;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.text.Lines;
import dev.unhang.app.wiring.Wiring;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang man-page [NAME]`: what packaging/release puts into the packages. Help does not list it.
final class ManPageCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("man-page", "Prints a man page, as man(1) reads it; without a name: all names.")
          .addPositional(Spec.one("NAME", "0..1", "unhang, unhang-fix ..."));

  ManPageCommand(Wiring wiring) {
    this.wiring = wiring;
    spec.usageMessage().hidden(true);
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    ManPage pages = new ManPage(Cli.root(Commands.all(wiring)), Version.own());
    List<String> names = pages.names();
    Optional<String> name = Spec.operands(arguments).stream().findFirst();
    if (name.isEmpty()) {
      names.forEach(console::say);
      return ExitCode.OK;
    }
    if (!names.contains(name.get())) {
      throw new Usage("there is no page " + name.get() + "; without a name, all are listed");
    }
    console.say(Lines.ofText(pages.of(name.get())));
    return ExitCode.OK;
  }
}
