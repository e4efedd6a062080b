package dev.unhang.app.manual;

import dev.unhang.app.console.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// What `--help` says: how a command is typed, its options in groups, examples, exit codes.
public final class HelpText {
  private static final int COLUMNS = 80;

  private HelpText() {}

  /// The text, at most 80 columns wide.
  public static String of(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
    if (spec.parent() == null) {
      sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
      sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpText::commands);
    } else {
      sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpText::options);
    }
    sections.put(
        UsageMessageSpec.SECTION_KEY_FOOTER,
        help -> examples(CommandTree.path(spec)) + exitCodes());
    return command.setHelpSectionMap(sections).getUsageMessage(Help.Ansi.OFF);
  }

  /// A line a command.
  private static String commands(Help help) {
    List<CommandSpec> all = CommandTree.rightBelow(help.commandSpec());
    int wide = all.stream().mapToInt(each -> each.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (CommandGroup group : CommandGroup.values()) {
      text.append("\n").append(group.heading()).append(":\n");
      for (CommandSpec command : group.commands(all)) {
        text.append("  ")
            .append(command.name())
            .append(" ".repeat(wide - command.name().length() + 2))
            .append(String.join(" ", command.usageMessage().description()))
            .append("\n");
      }
    }
    return text.toString();
  }

  private static String options(Help help) {
    CommandSpec spec = help.commandSpec();
    StringBuilder text = new StringBuilder();
    for (OptionGroup group : OptionGroup.values()) {
      List<OptionSpec> options = group.options(spec);
      if (!options.isEmpty()) {
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(options, help.parameterLabelRenderer());
        text.append("\n").append(group.heading()).append(":\n").append(layout);
      }
    }
    return text.toString();
  }

  private static String examples(String command) {
    List<Example> examples = Example.of(command);
    int wide = examples.stream().mapToInt(each -> each.typed().length()).max().orElse(0);
    StringBuilder text = new StringBuilder(examples.isEmpty() ? "" : "\nExamples:\n");
    for (Example example : examples) {
      boolean fits = wide + example.does().length() + 4 <= COLUMNS;
      String gap = fits ? " ".repeat(wide - example.typed().length() + 2) : "\n" + " ".repeat(6);
      text.append("  ").append(example.typed()).append(gap).append(example.does()).append("\n");
    }
    return text.toString();
  }

  private static String exitCodes() {
    List<String> lines = new ArrayList<>(List.of("\nExit codes:"));
    StringBuilder line = new StringBuilder(" ");
    for (ExitCode code : ExitCode.values()) {
      String told = " " + code.status() + " " + words(code) + ",";
      if (line.length() + told.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(" ");
      }
      line.append(told);
    }
    line.setCharAt(line.length() - 1, '.');
    lines.add(line.toString());
    return String.join("\n", lines) + "\n";
  }

  private static String words(ExitCode code) {
    return switch (code) {
      case OK -> "well or done";
      case FINDINGS -> "findings";
      case HANG -> "a hang";
      case INCOMPLETE -> "not all was seen";
      case REFUSED -> "refused";
      case TAKEN_BACK -> "rolled back";
      case USAGE -> "wrong command line";
      case UNREADABLE -> "unreadable";
      case UNAVAILABLE -> "not available";
      case BUG -> "a bug";
      case NEEDS_ROOT -> "takes root";
    };
  }
}
