package dev.unhang.app.command;

import dev.unhang.app.manual.CommandTree;
import dev.unhang.app.option.OnTheHost;
import dev.unhang.app.option.Usage;
import dev.unhang.app.option.Wish;
import dev.unhang.app.text.Similar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is said of a command line that can't be parsed, and of one that can and still says nothing:
/// an empty word stands where a script had a variable that was not set.
final class WrongWords {
  private WrongWords() {}

  /// Throws Usage where a value or an operand is empty.
  static void requireNoneEmpty(ParseResult command) {
    for (OptionSpec option : command.matchedOptions()) {
      if (option.arity().max() > 0 && option.stringValues().contains("")) {
        throw new Usage(
            option.longestName() + " takes " + option.paramLabel() + "; it was given nothing");
      }
    }
    for (PositionalParamSpec operand : command.matchedPositionals()) {
      if (operand.stringValues().contains("")) {
        throw new Usage(
            command.commandSpec().name()
                + " takes "
                + operand.paramLabel()
                + "; it was given an empty word");
      }
    }
  }

  /// What was wrong, and what to type.
  static Usage of(ParameterException wrong, List<String> words) {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, words);
      case MissingParameterException missing ->
          OnTheHost.refuse(words).orElseGet(() -> missing(missing));
      default -> new Usage(String.valueOf(wrong.getMessage()), hint(wrong.getCommandLine()));
    };
  }

  private static Usage missing(MissingParameterException missing) {
    String command = missing.getCommandLine().getCommandName();
    String labels =
        missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "));
    return new Usage(
        missing.getMissing().stream().anyMatch(ArgSpec::isOption)
            ? String.valueOf(missing.getMessage())
            : command + " needs " + labels,
        hint(missing.getCommandLine()));
  }

  private static Usage unmatched(UnmatchedArgumentException unmatched, List<String> words) {
    CommandLine command = unmatched.getCommandLine();
    String word = unmatched.getUnmatched().getFirst();
    boolean isRoot = !command.getSubcommands().isEmpty();
    if (word.startsWith("-") && word.length() > 1) {
      String name = word.replaceFirst("=.*", "");
      return new Usage(
          command.getCommandName()
              + " has no option "
              + name
              + Similar.question(name, options(command)),
          hint(command));
    }
    if (isRoot) {
      return new Usage(
          "there is no command " + word + Similar.question(commands(unmatched)), hint(command));
    }
    return OnTheHost.refuse(words)
        .or(() -> listOfWishes(unmatched, words))
        .orElseGet(() ->
            new Usage(
                command.getCommandName()
                    + " takes "
                    + operands(command)
                    + "; what is "
                    + word
                    + "?",
                hint(command)));
  }

  /// Who reads the words of `--set` in the help types them as they stand there, with blanks.
  private static Optional<Usage> listOfWishes(
      UnmatchedArgumentException unmatched, List<String> words) {
    int option = words.indexOf("--set");
    boolean all = unmatched.getUnmatched().stream().allMatch(Wish::isWord);
    if (option < 0 || option + 1 >= words.size() || !all) {
      return Optional.empty();
    }
    String list = words.get(option + 1) + "," + String.join(",", unmatched.getUnmatched());
    return Optional.of(
        new Usage("--set takes its words with commas between them", "--set " + list));
  }

  /// picocli's own suggestions; those it makes of options are of any command's.
  private static List<String> commands(UnmatchedArgumentException unmatched) {
    return unmatched.getSuggestions().stream()
        .filter(name -> !name.equals(RevertCommand.NAME))
        .toList();
  }

  private static List<String> options(CommandLine command) {
    return List.copyOf(command.getCommandSpec().optionsMap().keySet());
  }

  private static String operands(CommandLine command) {
    List<String> labels =
        command.getCommandSpec().positionalParameters().stream()
            .map(PositionalParamSpec::paramLabel)
            .toList();
    return labels.isEmpty() ? "no operand" : "one " + String.join(", ", labels);
  }

  private static String hint(CommandLine command) {
    boolean isRoot = command.getParent() == null;
    return isRoot
        ? "unhang --help lists the commands"
        : "unhang " + CommandTree.path(command.getCommandSpec()) + " --help shows what it takes";
  }
}
