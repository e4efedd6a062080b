package dev.unhang.app.manual;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What completes unhang's words in zsh: as a file `_unhang` in a folder of fpath, and sourced.
///
/// Man: zshcompsys(1), "_arguments"
public final class ZshCompletion {
  private ZshCompletion() {}

  /// @param root the program, with all its commands
  public static List<String> of(CommandSpec root) {
    List<CommandSpec> commands = CommandTree.rightBelow(root);
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "#compdef unhang",
            "_unhang_boots() {",
            "  local -a boots",
            "  boots=(${(M)${=\"$(journalctl --list-boots --quiet 2>/dev/null)\"}:#-[0-9]##} "
                + String.join(" ", Operand.BOOT.words())
                + ")",
            "  compadd -- ${(u)boots}",
            "}",
            "_unhang_topics() {",
            "  local -a topics",
            "  topics=(" + String.join(" ", Operand.TOPIC.words()) + ")",
            "  _alternative 'topics:topic:compadd -a topics' 'files:file:_files'",
            "}",
            "_unhang() {",
            "  local context state state_descr line",
            "  typeset -A opt_args",
            "  local -a commands",
            "  commands=("));
    for (CommandSpec command : commands) {
      String description = String.join(" ", command.usageMessage().description());
      lines.add("    " + quoted(command.name() + ":" + description));
    }
    lines.add("    'help:Says how a command is used.'");
    lines.add("  )");
    lines.add("  _arguments -C \\");
    root.options().forEach(option -> lines.add("    " + option(option) + " \\"));
    lines.addAll(
        List.of(
            "    '1: :->command' '*:: :->words'",
            "  case $state in",
            "    command) _describe -t commands 'command' commands ;;",
            "    words)",
            "      case $line[1] in"));
    for (CommandSpec command : commands) {
      lines.add("        " + command.name() + ")");
      parts(CommandTree.rightBelow(command), lines);
      lines.add("          _arguments \\");
      command.options().forEach(option -> lines.add("            " + option(option) + " \\"));
      command
          .positionalParameters()
          .forEach(operand -> lines.add("            " + operand(operand) + " \\"));
      lines.add("            && return");
      lines.add("          ;;");
    }
    lines.addAll(
        List.of(
            "        help) _describe -t commands 'command' commands ;;",
            "      esac",
            "      ;;",
            "  esac",
            "}",
            "if [ \"$funcstack[1]\" = _unhang ]; then",
            "  _unhang \"$@\"",
            "else",
            "  compdef _unhang unhang",
            "fi"));
    return lines;
  }

  /// What stands behind a command that has commands of its own.
  private static void parts(List<CommandSpec> parts, List<String> lines) {
    for (CommandSpec part : parts) {
      lines.add("          if [ \"$words[2]\" = " + part.name() + " ]; then");
      lines.add("            shift words; ((CURRENT--))");
      lines.add("            _arguments \\");
      part.options().forEach(option -> lines.add("              " + option(option) + " \\"));
      part.positionalParameters()
          .forEach(operand -> lines.add("              " + operand(operand) + " \\"));
      lines.add("              && return");
      lines.add("          fi");
    }
    if (!parts.isEmpty()) {
      List<String> names = parts.stream().map(CommandSpec::name).toList();
      lines.add("          ((CURRENT == 2)) && compadd -- " + String.join(" ", names));
    }
  }

  /// The names of an option, each excluding the others, and what follows it.
  private static String option(OptionSpec option) {
    List<String> names = List.of(option.names());
    boolean again = option.isMultiValue();
    String exclusion = again ? "*" : "(" + String.join(" ", names) + ")";
    String tail = "[" + bracketed(String.join(" ", option.description())) + "]";
    if (option.arity().max() > 0) {
      tail += ":" + coloned(option.paramLabel()) + ":" + offered(Operand.of(option));
    }
    List<String> forms = new ArrayList<>();
    for (String name : names) {
      String value = option.arity().max() == 0 ? "" : name.startsWith("--") ? "=" : "";
      forms.add(quoted(exclusion + name + value + tail));
    }
    return String.join(" ", forms);
  }

  private static String operand(PositionalParamSpec operand) {
    String many = operand.arity().max() > 1 ? "*" : "1";
    String optional = operand.arity().max() > 1 || operand.arity().min() > 0 ? "" : ":";
    return quoted(
        many + ":" + optional + coloned(operand.paramLabel()) + ":" + offered(Operand.of(operand)));
  }

  private static String offered(Operand operand) {
    String words = "(" + String.join(" ", operand.words()) + ")";
    return switch (operand) {
      case INTERFACE -> "_net_interfaces";
      case FOLDER -> "_files -/";
      case FILE -> "_files";
      case BOOT -> "_unhang_boots";
      case TOPIC -> "_unhang_topics";
      case SHELL, SCHEMA, GUARD, WAY, OFFLOAD, COLOR -> words;
      case OTHER -> " ";
    };
  }

  private static String coloned(String label) {
    return label.replace("\\", "\\\\").replace(":", "\\:");
  }

  private static String bracketed(String text) {
    return coloned(text).replace("[", "\\[").replace("]", "\\]");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
