package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.SourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Where things lie in a report.
final class ReportFiles {
  /// Its folder. The first entry tells that an archive is a report.
  static final String FOLDER = "unhang-report/";

  static final String ABOUT = FOLDER + "report.json";
  static final String HOST = FOLDER + "host.json";
  static final String KERNEL = FOLDER + "kernel.json";
  static final String FILES = FOLDER + "files";
  static final String LOGS = FOLDER + "logs/";

  static final String ABOUT_SCHEMA = "unhang.report/1";
  static final String HOST_SCHEMA = "unhang.host/1";
  static final String KERNEL_SCHEMA = "unhang.kernel/1";

  private static final SourceId REPORT = new SourceId("unhang-report");

  private ReportFiles() {}

  /// Where a file of the host lies. A path that climbs has no place of its own there.
  static String entry(HostPath path) {
    return FILES + path.value().replace("/../", "/__/").replace("/./", "/_/");
  }

  /// The files of the host, by where they lie.
  static Map<String, byte[]> files(Answers answers) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    answers.files().forEach((path, content) -> files.put(entry(path), content.bytes()));
    return files;
  }

  /// All answers as documents, by where they lie.
  ///
  /// @param seen what becomes of every text
  static Map<String, String> documents(Answers answers, UnaryOperator<String> seen) {
    List<Map<String, Object>> host = new ArrayList<>();
    List<Map<String, Object>> kernel = new ArrayList<>();
    answers
        .all()
        .forEach((asked, answer) -> {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put(AnswersReader.ASKED, asked.question());
          if (!asked.of().isEmpty()) {
            line.put(AnswersReader.OF, asked.of());
          }
          boolean isFile = asked.question().equals(Asked.READ);
          Reading<?> kept = isFile ? answer.map(file -> entry(new HostPath(asked.of()))) : answer;
          line.put(AnswersReader.ENDED, RecordJson.of(kept).orElseThrow());
          (asked.isKernels() ? kernel : host).add(line);
        });
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put(HOST, AnswersWriter.document(HOST_SCHEMA, host, seen));
    documents.put(KERNEL, AnswersWriter.document(KERNEL_SCHEMA, kernel, seen));
    return documents;
  }

  /// A file's answer with the content that lies where it says.
  static Reading<?> content(Reading<?> reading, Map<String, Content> files) {
    if (reading.known().isEmpty()) {
      return reading;
    }
    String entry = String.valueOf(reading.known().get());
    Content content = files.get(entry);
    return content == null
        ? new Reading.Absent<>(REPORT, WhyAbsent.NOT_COLLECTED, entry + " is not in the report")
        : reading.map(name -> content);
  }
}
