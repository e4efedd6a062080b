package dev.unhang.app.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What completes unhang's words in bash, without the package bash-completion.
///
/// Names of interfaces and files come from others: none is ever expanded, and each is quoted as it
/// is put on the command line.
///
/// Man: bash(1), "Programmable Completion"
public final class BashCompletion {
  private BashCompletion() {}

  /// @param root the program, with all its commands
  public static List<String> of(CommandSpec root) {
    List<CommandSpec> commands = CommandTree.rightBelow(root);
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "# What completes unhang's words in bash: source it, or lay it into",
            "# /usr/share/bash-completion/completions.",
            "_unhang_among() {",
            "  local each",
            "  for each in \"${@:2}\"; do",
            "    [[ $each == \"$1\"* ]] && COMPREPLY+=(\"$(printf %q \"$each\")\")",
            "  done",
            "}",
            "_unhang_files() {",
            "  local each",
            "  compopt -o filenames 2>/dev/null",
            "  while IFS= read -r each; do",
            "    COMPREPLY+=(\"$each\")",
            "  done < <(compgen \"$2\" -- \"$1\")",
            "}",
            "_unhang_offer() {",
            "  local -a names",
            "  case $1 in"));
    for (Operand operand : Operand.values()) {
      lines.add("    " + name(operand) + ") " + String.join("; ", offers(operand)) + " ;;");
    }
    lines.addAll(
        List.of(
            "  esac",
            "}",
            "_complete_unhang() {",
            "  local cur=${COMP_WORDS[COMP_CWORD]} at=$COMP_CWORD prev command options="
                + " operand=other",
            "  COMPREPLY=()",
            "  # bash takes --boot=-1 for three words.",
            "  [[ $cur == = ]] && { cur=; at=$((at + 1)); }",
            "  prev=${COMP_WORDS[at - 1]}",
            "  [[ $prev == = ]] && prev=${COMP_WORDS[at - 2]}",
            "  command=${COMP_WORDS[1]}",
            "  if ((COMP_CWORD == 1)) || [[ $command == help ]]; then",
            "    _unhang_among \"$cur\" "
                + String.join(" ", commands.stream().map(CommandSpec::name).toList())
                + " help "
                + names(root),
            "    return",
            "  fi"));
    for (CommandSpec command : commands) {
      List<CommandSpec> parts = CommandTree.rightBelow(command);
      if (!parts.isEmpty()) {
        lines.addAll(
            List.of(
                "  if [[ $command == " + command.name() + " ]] && ((COMP_CWORD == 2)); then",
                "    _unhang_among \"$cur\" "
                    + String.join(" ", parts.stream().map(CommandSpec::name).toList())
                    + " "
                    + names(command),
                "    return",
                "  fi",
                "  [[ $command == " + command.name() + " ]] && command+=\" ${COMP_WORDS[2]}\""));
      }
    }
    lines.add("  case $command in");
    for (CommandSpec command : CommandTree.below(root)) {
      lines.add("    '" + CommandTree.path(command) + "')");
      lines.add("      options='" + names(command) + "'");
      command.positionalParameters().stream()
          .limit(1)
          .forEach(operand -> lines.add("      operand=" + name(Operand.of(operand))));
      lines.add("      case $prev in");
      for (OptionSpec option : command.options()) {
        if (option.arity().max() > 0) {
          String pattern = String.join(" | ", option.names());
          lines.add(
              "        "
                  + pattern
                  + ") _unhang_offer "
                  + name(Operand.of(option))
                  + " \"$cur\"; return ;;");
        }
      }
      lines.add("      esac");
      lines.add("      ;;");
    }
    lines.addAll(
        List.of(
            "  esac",
            "  if [[ $cur == -* ]]; then",
            "    _unhang_among \"$cur\" $options",
            "  else",
            "    _unhang_offer $operand \"$cur\"",
            "  fi",
            "}",
            "complete -F _complete_unhang unhang"));
    return lines;
  }

  /// What is put into COMPREPLY for the word `$2`.
  private static List<String> offers(Operand operand) {
    List<String> commands = new ArrayList<>();
    if (!operand.words().isEmpty()) {
      commands.add("_unhang_among \"$2\" " + String.join(" ", operand.words()));
    }
    switch (operand) {
      case INTERFACE ->
          commands.addAll(
              List.of("names=(/sys/class/net/*)", "_unhang_among \"$2\" \"${names[@]##*/}\""));
      case BOOT ->
          commands.addAll(
              List.of(
                  "names=($(journalctl --list-boots --quiet 2>/dev/null"
                      + " | sed -n 's/^ *\\(-[0-9]*\\) .*/\\1/p'))",
                  "_unhang_among \"$2\" \"${names[@]}\""));
      case FOLDER -> commands.add("_unhang_files \"$2\" -d");
      default -> {
        if (operand.hasFiles()) {
          commands.add("_unhang_files \"$2\" -f");
        }
      }
    }
    return commands.isEmpty() ? List.of(":") : commands;
  }

  private static String name(Operand operand) {
    return operand.name().toLowerCase(Locale.ROOT);
  }

  private static String names(CommandSpec command) {
    return String.join(
        " ", command.options().stream().flatMap(each -> List.of(each.names()).stream()).toList());
  }
}
