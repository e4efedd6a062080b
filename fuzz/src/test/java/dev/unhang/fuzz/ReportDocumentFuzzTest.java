package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.hosts.bundle.SavedReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as the documents of a report: those before the first NUL are what the host answered,
/// those behind it what its kernel did.
class ReportDocumentFuzzTest {
  private static final String FOLDER = "unhang-report/";

  static Stream<Named<byte[]>> seeds() {
    return Stream.of(
            """
            {"schema":"unhang.host/1","answers":[
            {"asked":"list","of":"/sys/class/net","ended":{"Read":{"value":["eno1"],"origin":{"name":"x"}}}},
            {"asked":"link","of":"/sys/class/net/eno1/device","ended":{"Read":{"value":"../../0000:00:19.0","origin":{"name":"x"}}}}
            ]}\0{"schema":"unhang.kernel/1","answers":[
            {"asked":"driver","of":"eno1","ended":{"Read":{"value":{"driver":"e1000e","version":"1","firmware":"1","busInfo":"0000:00:19.0"},"origin":{"name":"x"}}}},
            {"asked":"links","ended":{"Absent":{"source":{"value":"links"},"why":"DENIED","hint":"root"}}}
            ]}\
            """,
            "{\"schema\":\"unhang.host/2\"}\0[]")
        .map(text ->
            Named.of(text.lines().findFirst().orElse(""), text.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("seeds")
  @FuzzTest
  void whateverTheDocumentsSayTheHostAnswers(byte[] documents) {
    int end = 0;
    while (end < documents.length && documents[end] != 0) {
      end++;
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        FOLDER + "report.json",
        "{\"schema\":\"unhang.report/1\"}".getBytes(StandardCharsets.UTF_8));
    files.put(FOLDER + "host.json", Arrays.copyOf(documents, end));
    files.put(
        FOLDER + "kernel.json",
        Arrays.copyOfRange(documents, Math.min(end + 1, documents.length), documents.length));
    byte[] tar = TarAtRest.ofBytes(files);
    assertThat(SavedReport.is(new ByteArrayInputStream(tar))).isTrue();
    Questions.ask(SavedReport.read(new ByteArrayInputStream(tar), "report").host());
  }
}
