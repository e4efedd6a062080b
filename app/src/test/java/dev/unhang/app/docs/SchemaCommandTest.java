package dev.unhang.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program carries docs/schema, all of it.
class SchemaCommandTest {
  private static final Path FOLDER = TestConsole.repository("docs/schema");

  private static TestConsole unhang(String... words) {
    return TestConsole.run(new SimWiring(), words);
  }

  @Test
  void allAreListedWithTheirTitles() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(Schema.all().stream().map(Schema::name))
          .containsExactlyElementsOf(
              files
                  .map(file -> file.getFileName().toString().replace(".json", ""))
                  .sorted()
                  .toList());
    }
    String list = unhang("schema").out();
    for (Schema schema : Schema.all()) {
      assertThat(schema.title()).isNotEqualTo(schema.name());
      assertThat(list).contains(schema.name(), schema.title());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "doctor-1", "unhang.doctor/1"})
  void oneIsPrintedAsItStands(String word) throws IOException {
    assertThat(unhang("schema", word).out())
        .isEqualTo(Files.readString(FOLDER.resolve("doctor-1.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor-2", "doctr", "../rules/doctor", "unhang.doctor/2", "records/x"})
  void anotherNameIsRefused(String word) {
    TestConsole refused = unhang("schema", word);
    assertThat(refused.exit()).isEqualTo(64);
    assertThat(refused.err()).contains("there is no schema", "try: unhang schema");
  }
}
