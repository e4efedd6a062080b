package dev.unhang.findings.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.plan.NegotiationReset;
import dev.unhang.model.plan.ResetStep;
import dev.unhang.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The pages of the steps that reset a NIC say what the catalogue says.
class ResetStepPagesTest {
  private static String page(ResetStep step) {
    return new String(
        Fixtures.bytes(Fixtures.ROOT.resolve("docs/steps/" + step.id().value() + ".md")),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void theCommandsByHandAreThoseThatAreShown(ResetStep step) {
    String byHand = page(step).split("## By hand", -1)[1].split("\n## ", -1)[0];
    List<String> commands =
        byHand.lines().filter(line -> line.startsWith("    ")).map(String::strip).toList();
    assertThat(commands).isEqualTo(step.commands("eno1", "0000:00:1f.6", "e1000e"));
  }

  @ParameterizedTest
  @EnumSource
  void theLongestOutageIsOnThePage(ResetStep step) {
    String cost = page(step).split("## What it costs", -1)[1].split("\n## ", -1)[0];
    Pattern seconds = Pattern.compile("\\b(\\d+) s(econds)?\\b");
    assertThat(step.risk().words()).containsPattern(seconds);
    List<String> told = seconds.matcher(cost).results().map(found -> found.group(1)).toList();
    List<String> longest =
        seconds.matcher(step.risk().words()).results().map(found -> found.group(1)).toList();
    assertThat(told).containsAll(longest);
  }

  @Test
  void everyDriverIsSaidToDoWhatTheTableSays() {
    String text = page(ResetStep.RESTART_NEGOTIATION).replace('\n', ' ');
    String resets = text.substring(text.indexOf("anew. "), text.indexOf("reset the whole adapter"));
    String others = text.substring(text.indexOf("(kernel:"), text.indexOf("tell the PHY"));
    for (List<String> row : NegotiationReset.rows()) {
      String driver = row.getFirst();
      String sentence = NegotiationReset.of(driver) == NegotiationReset.ADAPTER ? resets : others;
      assertThat(sentence).containsPattern("\\b" + driver + "\\b");
    }
  }
}
