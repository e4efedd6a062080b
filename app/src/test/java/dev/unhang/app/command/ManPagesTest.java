package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    for (String name : names.subList(1, names.size())) {
      assertThat(help).contains("\n  " + name.substring("unhang-".length()));
      assertThat(out("man-page", name)).contains(".SH SYNOPSIS", ".SH OPTIONS", "\\-\\-help");
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

  @Test
  void anotherNameIsRefused() {
    assertThat(TestConsole.run(new SimWiring(), "man-page", "ls").exit()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zsh", "fish"})
  void hiddenCommandsAreNotCompleted(String shell) {
    assertThat(out("completion", shell))
        .contains("take-over", "witness")
        .doesNotContain("man-page", "revert");
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
