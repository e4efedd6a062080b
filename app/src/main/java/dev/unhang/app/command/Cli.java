package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.console.Pager;
import dev.unhang.app.console.Version;
import dev.unhang.app.json.ErrorJson;
import dev.unhang.app.manual.HelpText;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.TerminalOptions;
import dev.unhang.app.option.Usage;
import dev.unhang.app.text.Lines;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.CannotWrite;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.error.KernelRefused;
import dev.unhang.model.error.Malformed;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.error.ProgramUnavailable;
import dev.unhang.model.error.UnhangException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command line: takes words, gives an exit code.
public final class Cli {
  private static final String VERSION = "--version";

  private final Wiring wiring;
  private final Console console;

  public Cli(Wiring wiring, Console console) {
    this.wiring = wiring;
    this.console = console;
  }

  /// Runs one command line. Nothing is thrown: what went wrong is on the error stream, and with
  /// --json in one object on standard output too.
  public ExitCode run(List<String> words) {
    ExitCode code = told(words);
    Optional<String> lost = console.lost();
    lost.ifPresent(why -> console.note("unhang: cannot write to standard output: " + why));
    return lost.isEmpty() ? code : ExitCode.worst(Stream.of(code, ExitCode.UNREADABLE));
  }

  private ExitCode told(List<String> words) {
    boolean isJson = JsonOption.in(words);
    try {
      return dispatch(words);
    } catch (ParameterException wrong) {
      return usage(WrongWords.of(wrong, words), isJson);
    } catch (Usage wrong) {
      return usage(wrong, isJson);
    } catch (UnhangException refused) {
      console.note("unhang: " + String.valueOf(refused.getMessage()));
      console.note("  try: " + refused.hint());
      ExitCode code = code(refused);
      if (isJson) {
        console.say(ErrorJson.document(refused, code));
      }
      return code;
    } catch (OutOfMemoryError full) {
      return full(isJson);
    } catch (RuntimeException bug) {
      if (isJson) {
        console.say(ErrorJson.document("a bug: " + bug, "report it", ExitCode.BUG));
      }
      return bug(bug);
    }
  }

  /// Readers are bounded; should one not be, it is not said that all is well, nor shown a trace.
  private ExitCode full(boolean isJson) {
    String what = "what was given needs more memory than unhang takes";
    String hint = "give it less at once: one file, or the last part of the log";
    if (isJson) {
      console.say(ErrorJson.document(what, hint, ExitCode.UNREADABLE));
    }
    console.note("unhang: " + what);
    console.note("  try: " + hint);
    return ExitCode.UNREADABLE;
  }

  private ExitCode usage(Usage wrong, boolean isJson) {
    if (isJson) {
      console.say(ErrorJson.document(wrong.getMessage(), wrong.hint(), ExitCode.USAGE));
    }
    console.note("unhang: " + wrong.getMessage());
    if (!wrong.hint().isEmpty()) {
      console.note("  try: " + wrong.hint());
    }
    return ExitCode.USAGE;
  }

  /// `help doctor` is `doctor --help`.
  private List<String> withoutHelp(List<String> words) {
    if (words.isEmpty() || !words.getFirst().equals("help")) {
      return words;
    }
    List<String> asked = new ArrayList<>(words.subList(1, words.size()));
    if (asked.isEmpty() || Commands.named(asked.getFirst(), wiring).isPresent()) {
      asked.add("--help");
    }
    return asked;
  }

  private ExitCode dispatch(List<String> typed) {
    List<String> words = withoutHelp(typed);
    List<CliCommand> commands = asked(words);
    CommandLine line =
        new CommandLine(root(commands))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    String[] argv = words.toArray(String[]::new);
    ParseResult parsed = line.parseArgs(argv);
    if (isHelp(parsed)) {
      return help(parsed, line);
    }
    if (parsed.hasMatchedOption(VERSION)) {
      console.say(Version.own().sentence());
      return ExitCode.OK;
    }
    ParseResult command = deepest(parsed);
    if (!parsed.hasSubcommand()) {
      CliCommand doctor = new DoctorCommand(wiring);
      TerminalOptions.add(doctor.spec(), doctor.isPaged());
      return run(doctor, new CommandLine(doctor.spec()).parseArgs());
    }
    WrongWords.requireNoneEmpty(command);
    for (CliCommand first : commands) {
      for (CliCommand chosen : withParts(first)) {
        if (chosen.spec().equals(command.commandSpec())) {
          return run(chosen, command);
        }
      }
    }
    throw new Usage("there is no command " + command.commandSpec().name());
  }

  /// What the last of the commands that are named is given.
  private static ParseResult deepest(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last;
  }

  private static List<CliCommand> withParts(CliCommand command) {
    List<CliCommand> all = new ArrayList<>(List.of(command));
    command.parts().forEach(part -> all.addAll(withParts(part)));
    return all;
  }

  private static boolean isHelp(ParseResult parsed) {
    return parsed.isUsageHelpRequested() || parsed.hasSubcommand() && isHelp(parsed.subcommand());
  }

  private ExitCode help(ParseResult parsed, CommandLine line) {
    CommandLine of = line;
    for (ParseResult at = parsed; at.hasSubcommand(); at = at.subcommand()) {
      of = Objects.requireNonNull(of.getSubcommands().get(at.subcommand().commandSpec().name()));
    }
    Lines help = Lines.ofText(HelpText.of(of));
    if (!console.terminal()) {
      console.say(help);
      return ExitCode.OK;
    }
    try (Pager pager = new Pager(console)) {
      pager.console().say(help);
    }
    return ExitCode.OK;
  }

  private ExitCode run(CliCommand command, ParseResult arguments) {
    Console colored = console.colored(TerminalOptions.colors(arguments, console));
    boolean isPaged = command.isPaged() && !command.isLive(arguments);
    if (!isPaged || !TerminalOptions.pages(arguments, console)) {
      return command.run(arguments, colored);
    }
    try (Pager pager = new Pager(colored)) {
      return command.run(arguments, pager.console());
    }
  }

  /// The command that the first word names; all of them where it names none, for help. None is
  /// needed to say which version this is: making them all takes longer than the rest of it.
  private List<CliCommand> asked(List<String> words) {
    if (words.equals(List.of(VERSION))) {
      return List.of();
    }
    return words.stream()
        .findFirst()
        .flatMap(word -> Commands.named(word, wiring))
        .map(List::of)
        .orElseGet(() -> Commands.all(wiring));
  }

  /// The program itself, above its commands.
  static CommandSpec root(List<CliCommand> commands) {
    CommandSpec root =
        Spec.command(
            "unhang",
            "Finds, explains, repairs and proves repaired the network cards that hang. Without a"
                + " command: looks at this host (unhang doctor).");
    root.addOption(OptionSpec.builder(VERSION).description("which version this is").build());
    root.usageMessage().synopsisSubcommandLabel("[COMMAND]");
    commands.forEach(command -> add(root, command));
    return root;
  }

  private static void add(CommandSpec to, CliCommand command) {
    if (!command.spec().usageMessage().hidden()) {
      TerminalOptions.add(command.spec(), command.isPaged());
    }
    to.addSubcommand(command.spec().name(), command.spec());
    command.parts().forEach(part -> add(command.spec(), part));
  }

  private static ExitCode code(UnhangException refused) {
    return switch (refused) {
      case NeedsRoot root -> ExitCode.NEEDS_ROOT;
      case CannotRead read -> ExitCode.UNREADABLE;
      case Malformed malformed -> ExitCode.UNREADABLE;
      case CannotWrite write -> ExitCode.UNREADABLE;
      case CannotChange change -> ExitCode.REFUSED;
      case EditRefused edit -> ExitCode.REFUSED;
      case KernelRefused kernel -> ExitCode.REFUSED;
      case ProgramUnavailable program -> ExitCode.UNAVAILABLE;
    };
  }

  private ExitCode bug(RuntimeException bug) {
    console.note("unhang: this is a bug in unhang: " + bug.toString());
    for (StackTraceElement frame : bug.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.unhang.")) {
        console.note("  at " + frame);
        break;
      }
    }
    console.note("  try: report it with the command line and this text");
    if (console.environment().containsKey("UNHANG_DEBUG")) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(console::note);
    }
    return ExitCode.BUG;
  }
}
