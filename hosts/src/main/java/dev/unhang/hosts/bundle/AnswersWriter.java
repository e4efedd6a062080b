package dev.unhang.hosts.bundle;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Answers as a JSON document, an answer a line: `unhang.host/1` and `unhang.kernel/1`.
final class AnswersWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private AnswersWriter() {}

  /// @param answers maps of what was asked, of what, and how it ended
  /// @param seen what becomes of every text but the names of things in the document itself
  static String document(
      String schema, Iterable<Map<String, Object>> answers, UnaryOperator<String> seen) {
    StringBuilder text = new StringBuilder("{\"schema\":\"").append(schema).append("\",\n");
    text.append("\"answers\":[");
    String before = "\n";
    for (Map<String, Object> answer : answers) {
      text.append(before).append(line(answer, seen));
      before = ",\n";
    }
    return text.append("\n]}\n").toString();
  }

  static String line(Map<String, Object> answer, UnaryOperator<String> seen) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      write(answer, out, seen);
    }
    return line.toString();
  }

  private static void write(Object value, JsonGenerator out, UnaryOperator<String> seen) {
    switch (value) {
      case Map<?, ?> map -> {
        out.writeStartObject();
        map.forEach((name, field) -> {
          out.writeName(String.valueOf(name));
          boolean isOurs = name.equals(RecordJson.IS) || name.equals(AnswersReader.ASKED);
          write(field, out, isOurs ? UnaryOperator.identity() : seen);
        });
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(each -> write(each, out, seen));
        out.writeEndArray();
      }
      case String text -> out.writeString(seen.apply(text));
      case Enum<?> word -> out.writeString(word.name());
      case Boolean flag -> out.writeBoolean(flag);
      case Number number -> out.writeNumber(number.longValue());
      default -> throw new IllegalStateException("not of JSON: " + value.getClass());
    }
  }
}
