package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.testing.Fixtures;
import dev.unhang.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A larger collection of real reports that lies beside the repository on some machines.
class CorpusTest {
  private static final Path CASES = Fixtures.ROOT.resolve("../shared/corpus/cases").normalize();

  @Test
  void everyCaseIsReadAsLabelled() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "the corpus is not on this machine: " + CASES);
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.sorted().toList()) {
        Json papers = Json.read(folder.resolve("case.json"));
        Expectation expectation =
            new Expectation(
                papers.at("expect"), ReadLogs.facts(Fixtures.bytes(folder.resolve("kernel.log"))));
        if (!expectation.missing().isEmpty() || !expectation.unexpected().isEmpty()) {
          wrong.add(folder.getFileName() + ": " + expectation);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
