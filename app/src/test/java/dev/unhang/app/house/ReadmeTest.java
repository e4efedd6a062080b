package dev.unhang.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every `$ ./unhang …` in a console block of README.md is typed here, and must answer what README
/// shows, on whatever machine: the host is a simulated one, the files are those named. A line
/// `[exit 2]` at the end of an answer is its exit status.
class ReadmeTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```console\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final String PROMPT = "$ ";
  private static final String UNHANG = "./unhang ";

  /// @param command after the prompt
  /// @param answer the lines up to the next prompt
  private record Typed(String command, List<String> answer) {}

  @Test
  void readmeShowsWhatUnhangAnswers() {
    List<Typed> typed =
        typed(SourceTree.read("README.md")).stream()
            .filter(each -> each.command().startsWith(UNHANG))
            .filter(each -> !each.answer().isEmpty())
            .toList();
    assertThat(typed).as("console blocks of README.md with an answer").isNotEmpty();
    for (Typed each : typed) {
      List<String> words = List.of(each.command().substring(UNHANG.length()).split(" "));
      List<String> answer = run(words);
      if (!each.answer().getLast().startsWith("[exit ")) {
        answer.removeLast();
      }
      assertThat(String.join("\n", each.answer()))
          .as("README.md, '%s': paste the new answer if it is the better one", each.command())
          .isEqualTo(String.join("\n", answer));
    }
  }

  /// Standard output, and the exit status as the last line.
  private static List<String> run(List<String> words) {
    TestConsole ended = TestConsole.run(new SimWiring(), words.toArray(String[]::new));
    assertThat(ended.err()).isEmpty();
    List<String> lines = new ArrayList<>(ended.out().lines().toList());
    lines.add("[exit " + ended.exit() + "]");
    return lines;
  }

  private static List<Typed> typed(String readme) {
    List<Typed> all = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(readme);
    while (blocks.find()) {
      for (String line : blocks.group(1).lines().toList()) {
        if (line.startsWith(PROMPT)) {
          all.add(new Typed(line.substring(PROMPT.length()), new ArrayList<>()));
        } else {
          all.getLast().answer().add(line);
        }
      }
    }
    return all;
  }
}
