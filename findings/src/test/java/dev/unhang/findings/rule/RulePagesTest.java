package dev.unhang.findings.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule has a page that says what a person needs to know, and each page has a rule.
class RulePagesTest {
  private static final Path PAGES = Fixtures.ROOT.resolve("docs/rules");

  static List<Rule> rules() {
    return Rules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleHasAPage(Rule rule) {
    Path page = PAGES.resolve(rule.id().value() + ".md");
    assertThat(page).exists();
    String text = new String(Fixtures.bytes(page), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("# ", "`" + rule.id().value() + "`")
        .contains(
            "## What you see",
            "## Why it happens",
            "## How it is told from its look-alikes",
            "## What cures it",
            "## What does not",
            "## Met in");
    assertThat(text.lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void aPageHasARule() {
    assertThat(Fixtures.below(PAGES))
        .extracting(page -> page.getFileName().toString().replace(".md", ""))
        .containsExactlyInAnyOrderElementsOf(
            Rules.all().stream().map(rule -> rule.id().value()).toList());
  }
}
