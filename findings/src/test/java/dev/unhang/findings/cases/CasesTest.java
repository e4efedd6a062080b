package dev.unhang.findings.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.findings.Report;
import dev.unhang.findings.rule.Rule;
import dev.unhang.findings.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden cases: each rule fires where it must, keeps still where something only looks like it,
/// is ruled out by what speaks against it, and stays open where evidence is missing.
final class CasesTest {
  static List<CaseFolder> cases() {
    return Stream.concat(CaseFolder.all().stream(), CaseFolder.hosts().stream()).toList();
  }

  /// What is missing and what is too much are told apart. Every finding of every rule must be
  /// expected; what other rules rule out or leave open need not be listed.
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyCaseIsJudgedAsExpected(CaseFolder each) {
    List<Expectation> expected = each.expected();
    Report report = each.judged();
    List<Expectation> said = report.findings().stream().map(Expectation::of).toList();

    List<Expectation> missing = new ArrayList<>(expected);
    missing.removeAll(said);
    missing.removeIf(line -> line.said().equals(Expectation.IS_SILENT));
    List<Expectation> unexpected = new ArrayList<>(said);
    unexpected.removeAll(expected);
    unexpected.removeIf(
        line -> !line.said().equals(Expectation.FIRES) && !line.rule().equals(each.rule()));

    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(expected).as("expectations").isNotEmpty();
    softly.assertThat(missing).as("missing").isEmpty();
    softly.assertThat(unexpected).as("unexpected").isEmpty();
    softly.assertAll();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyCaseSaysWhatItIsAndWhereItIsFrom(CaseFolder each) {
    assertThat(each.text().map(line -> line.split(":", 2)[0])).contains("about", "source");
    assertThat(each.text())
        .allMatch(line ->
            Expectation.is(line) || line.startsWith("about: ") || line.startsWith("source: "));
  }

  @Test
  void everyRuleHasItsFourKindsOfCases() {
    SoftAssertions softly = new SoftAssertions();
    for (Rule rule : Rules.all()) {
      Set<String> kinds =
          CaseFolder.all().stream()
              .filter(each -> each.rule().equals(rule.id().value()))
              .flatMap(each -> each.expected().stream())
              .filter(line -> line.rule().equals(rule.id().value()))
              .map(Expectation::said)
              .collect(Collectors.toSet());
      softly
          .assertThat(kinds)
          .as(rule.id().value())
          .contains(
              Expectation.FIRES,
              Expectation.IS_SILENT,
              Expectation.RULES_OUT,
              Expectation.LEAVES_OPEN);
    }
    softly.assertAll();
  }

  @Test
  void everyFolderIsNamedAfterARule() {
    List<String> rules = Rules.all().stream().map(rule -> rule.id().value()).toList();
    assertThat(CaseFolder.all().stream().map(CaseFolder::rule)).isSubsetOf(rules);
  }
}
