package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.manual.CommandTree;
import dev.unhang.app.manual.Example;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.watch.policy.PolicyFile;
import dev.unhang.watch.policy.PolicyKey;
import dev.unhang.watch.policy.PolicyReading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Pages and completions that a package brings. Real shells and mandoc read them in packaging/try.
class ManPagesTest {
  private static String out(String... words) {
    TestConsole ended = TestConsole.run(new SimWiring(), words);
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended.out();
  }

  @Test
  void everyCommandThatHelpListsHasAPage() {
    List<String> names = out("man-page").lines().toList();
    assertThat(names).contains("unhang", "unhang-fix").doesNotContain("unhang-revert");
    String help = out("--help");
    assertThat(names).last().isEqualTo("unhang.toml");
    for (String name : names.subList(1, names.size() - 1)) {
      assertThat(help).contains("\n  " + name.substring("unhang-".length()).split("-")[0]);
      assertThat(out("man-page", name)).contains(".SH SYNOPSIS", ".SH OPTIONS", "\\-\\-help");
    }
  }

  @Test
  void noCommandIsTheProgramsOwnForWantOfAGroup() {
    String help = out("--help");
    String own = help.substring(help.indexOf("\nunhang itself:\n"), help.indexOf("\nExit codes:"));
    assertThat(
            own.lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" ")[0]))
        .containsExactly("demo", "card", "schema", "completion");
  }

  @Test
  void everyCommandHasAnExampleThatItTakes() {
    CommandLine program = new CommandLine(Cli.root(Commands.all(new SimWiring())));
    for (Example example : Example.all()) {
      List<String> words = List.of(example.typed().replaceAll(" > .*", "").split(" ", -1));
      if (words.getFirst().equals("unhang")) {
        ParseResult parsed =
            program.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        ParseResult last = parsed.subcommand();
        while (last.hasSubcommand()) {
          last = last.subcommand();
        }
        assertThat(CommandTree.path(last.commandSpec())).startsWith(example.command());
      }
    }
    List<String> names = out("man-page").lines().toList();
    for (String name : names.subList(1, names.size() - 1)) {
      // No command but those behind fleet has a hyphen.
      String command = name.substring("unhang-".length()).replace('-', ' ');
      assertThat(Example.of(command)).as(name).isNotEmpty();
      List<String> asked = new ArrayList<>(List.of(command.split(" ")));
      asked.add("--help");
      String told = out(asked.toArray(String[]::new));
      assertThat(told)
          .contains(
              "\nExamples:\n  ",
              "\nHow it is shown:\n",
              "\nExit codes:\n  0 well",
              " 77 takes root.");
      assertThat(told.lines()).allMatch(line -> line.length() <= 80, name);
    }
  }

  @Test
  void everyOptionThatIsGroupedIsThereAndStaysInHelp() {
    for (CommandLine command :
        new CommandLine(Cli.root(Commands.all(new SimWiring()))).getSubcommands().values()) {
      String help = out(command.getCommandName(), "--help");
      command
          .getCommandSpec()
          .options()
          .forEach(option ->
              assertThat(help)
                  .containsPattern("\n {2,6}(-h, )?" + option.longestName() + "[ =\n]"));
    }
  }

  @Test
  void noLineIsTooLongForMandoc() {
    for (String name : out("man-page").lines().toList()) {
      assertThat(out("man-page", name).lines()).allMatch(line -> line.length() <= 80, name);
    }
  }

  @Test
  void theProgramsPageSaysWhatExitCodesMean() {
    assertThat(out("man-page", "unhang"))
        .contains(".TP\n\\fB77\\fP\nIt takes root.", "unhang\\-witness\\fP(1)");
  }

  /// Each key of the page is one that the policy takes, and each that it takes is on the page.
  @Test
  void thePolicysPageHasItsKeysAndNoOthers() {
    String page = out("man-page", "unhang.toml");
    assertThat(page).startsWith(".TH UNHANG.TOML 5 ");
    for (PolicyKey key : PolicyKey.values()) {
      assertThat(page).contains("\n\\fB" + key.key().replace("-", "\\-") + "\\fP =\n");
    }
    PolicyReading unknown = PolicyFile.read("nothing = 1\n[alert]\nx = 1\n[web]\nx = 1\n");
    String hints = ((PolicyReading.Bad) unknown).faults().toString();
    for (PolicyKey key : PolicyKey.values()) {
      boolean isShown =
          switch (key.table()) {
            case RULES, ALERT, WEB -> true;
            case WEBHOOK, METRICS -> false;
          };
      assertThat(hints.contains(key.key()) || !isShown).as(key.key()).isTrue();
    }
  }

  @Test
  void anotherNameIsRefused() {
    assertThat(TestConsole.run(new SimWiring(), "man-page", "ls").exit()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void hiddenCommandsAreNotCompleted(String shell) {
    assertThat(out("completion", shell))
        .contains("take-over", "witness")
        .doesNotContain("man-page", "revert");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void shellsOfferIdsGuardsSchemasAndBoots(String shell) {
    assertThat(out("completion", shell))
        .contains("ring-stands-still", "rebind-driver", "known-trap", "doctor-1", "--list-boots");
  }

  /// Whoever names an interface may choose any byte but a few: no shell may run it.
  @Test
  void bashRunsNoName() {
    assertThat(out("completion", "bash"))
        .contains("printf %q \"$each\"")
        .doesNotContain("compgen -W", "eval");
  }

  @Test
  void zshIsToldWhatFollowsAWord() {
    assertThat(out("completion", "zsh"))
        .contains("1:IF:_net_interfaces", "--root=[", ":DIR:_files -/", "*:SOURCE:_files");
  }

  @Test
  void versionIsSaidWithoutMakingEveryCommand() {
    assertThat(out("--version")).startsWith("unhang ");
    assertThat(out("help", "--version")).startsWith("unhang ");
  }
}
