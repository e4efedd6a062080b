package dev.unhang.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What people copy into their scripts is what the program takes, and ends with.
class ScriptingPageTest {
  private static final Pattern COMMAND =
      Pattern.compile("\\bunhang ([a-z]+)((?: [^|`\\n)…]*)?)(?=[|`\\n)…])");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final Pattern CODE = Pattern.compile("(?m)^\\| (\\d+) \\| (?!no hang)");

  private final String page = Files.readString(TestConsole.repository("docs/scripting.md"));

  ScriptingPageTest() throws IOException {}

  @Test
  void everyOptionIsOneOfItsCommand() {
    List<MatchResult> commands = COMMAND.matcher(page).results().toList();
    assertThat(commands).hasSizeGreaterThan(15);
    for (MatchResult command : commands) {
      String help = TestConsole.run(new SimWiring(), command.group(1), "--help").out();
      assertThat(help).as(command.group()).startsWith("Usage: unhang " + command.group(1));
      OPTION
          .matcher(command.group(2))
          .results()
          .forEach(option -> assertThat(help).as(command.group()).contains(option.group()));
    }
  }

  @Test
  void everyExitCodeIsThere() {
    List<Integer> codes =
        CODE.matcher(page).results().map(found -> Integer.valueOf(found.group(1))).toList();
    assertThat(codes)
        .containsExactlyElementsOf(
            List.of(ExitCode.values()).stream().map(ExitCode::status).toList());
  }
}
