package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.testing.Fixtures;
import dev.unhang.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every report of testdata has papers, and is read as its papers say.
class TestdataTest {
  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(Fixtures.REPORTS)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReportHasPapers(Path folder) {
    assertThat(folder.resolve("kernel.log")).exists();
    Json papers = Json.read(folder.resolve("case.json"));
    for (String field : List.of("source", "kernel", "hardware", "scrubbed")) {
      assertThat(papers.at(field).text()).as(field).isNotBlank();
    }
    assertThat(papers.at("kind").text()).isIn("real", "captured in the lab", "made up");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReportIsReadAsItsPapersSay(Path folder) {
    Json papers = Json.read(folder.resolve("case.json"));
    Expectation expectation =
        new Expectation(
            papers.at("expect"), ReadLogs.facts(Fixtures.bytes(folder.resolve("kernel.log"))));
    assertThat(expectation.missing()).as("missing").isEmpty();
    assertThat(expectation.unexpected()).as("unexpected").isEmpty();
  }

  @Test
  void testdataStaysSmall() {
    long bytes =
        Fixtures.below(Fixtures.REPORTS).stream().mapToLong(f -> Fixtures.bytes(f).length).sum();
    assertThat(bytes).isLessThan(600_000);
  }
}
