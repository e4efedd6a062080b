package dev.unhang.findings.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.findings.Diagnosis;
import dev.unhang.findings.Report;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Finding.Diagnosed;
import dev.unhang.model.id.StepId;
import dev.unhang.testing.Fixtures;
import dev.unhang.testing.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is said of a larger collection of real reports, which lies beside the repository on some
/// machines: nothing hangs that did not, and what helped its reporter is advised early.
final class CorpusVerdictsTest {
  private static final Path CASES = Fixtures.ROOT.resolve("../shared/corpus/cases").normalize();

  /// Findings that say that a transmit unit hung. Of drivers without a detector the core's watchdog
  /// is the report, so that other-driver-hangs is none of them.
  private static final Set<String> OF_HANGS =
      Set.of(
          "transmit-unit-hangs",
          "hang-is-never-reset",
          "hangs-with-segmentation-offload",
          "hangs-though-offloads-are-off",
          "segmentation-offload-is-fixed-off",
          "dma-is-stopped",
          "write-back-is-lost",
          "soft-lockup-came-first",
          "hang-is-of-the-hosts-nic",
          "node-was-fenced");

  /// The step that is what the reporter did.
  private static final Map<String, String> STEPS =
      Map.of(
          "tso off", "turn-off-offload",
          "all offloads off", "turn-off-all-offloads",
          "kernel update", "update-kernel",
          "driver update", "update-kernel",
          "aspm off", "turn-off-aspm");

  /// Cases whose stated cure can't be among the first three, and why.
  private static final Map<String, String> NOT_ADVISED = Map.of();

  private static final int FIRST = 3;

  private static List<Path> cases() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "the corpus is not on this machine: " + CASES);
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList();
    }
  }

  /// The log, and what else the reporter showed of the same host.
  private static Report judged(Path folder) throws IOException {
    EvidenceDraft draft = new EvidenceDraft(folder.getFileName().toString());
    draft.log(new ByteArrayInputStream(Fixtures.bytes(folder.resolve("kernel.log"))), "kernel.log");
    for (String output : List.of("ethtool-k.txt", "lspci.txt", "eee.txt")) {
      if (Files.exists(folder.resolve(output))) {
        draft.paste(Fixtures.bytes(folder.resolve(output)), output);
      }
    }
    SavedEvidence host = draft.hosts().getFirst();
    return Diagnosis.of(HostReading.read(new SavedHostView(host), host.logs(), List.of()));
  }

  private static String text(Json json, String name) {
    return json.at(name).text();
  }

  @Test
  void nothingHangsThatDidNot() throws IOException {
    List<String> wrong = new ArrayList<>();
    int others = 0;
    for (Path folder : cases()) {
      if (!text(Json.read(folder.resolve("case.json")), "group").equals("hang")) {
        others++;
        judged(folder).diagnosed().stream()
            .map(found -> found.rule().value())
            .filter(OF_HANGS::contains)
            .forEach(rule -> wrong.add(folder.getFileName() + ": " + rule));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(others).isEqualTo(21);
  }

  @Test
  void whatHelpedIsAmongTheFirstThreePiecesOfAdvice() throws IOException {
    List<String> wrong = new ArrayList<>();
    int stated = 0;
    for (Path folder : cases()) {
      Json papers = Json.read(folder.resolve("case.json"));
      Json verdict = papers.at("verdict");
      String name = folder.getFileName().toString();
      String step = STEPS.get(text(verdict, "what_fixed_it"));
      if (name.startsWith("e1000e-")
          && text(papers, "group").equals("hang")
          && text(verdict, "confidence").equals("stated-by-reporter")
          && step != null) {
        stated++;
        List<String> first = first(judged(folder));
        if (first.contains(step) == NOT_ADVISED.containsKey(name)) {
          wrong.add(name + ": " + step + " in " + first);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(stated).isGreaterThanOrEqualTo(6);
  }

  /// In the order shown; saving evidence and freeing a NIC that hangs now come before and don't
  /// count.
  private static List<String> first(Report report) {
    return report.diagnosed().stream()
        .filter(found -> !found.answered())
        .map(Diagnosed::advice)
        .flatMap(List::stream)
        .map(Advice::step)
        .map(StepId::value)
        .distinct()
        .limit(FIRST)
        .toList();
  }
}
