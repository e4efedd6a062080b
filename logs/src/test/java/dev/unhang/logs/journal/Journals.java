package dev.unhang.logs.journal;

import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Journals of testdata, and what is read from them.
final class Journals {
  static final Path FOLDER = Fixtures.ROOT.resolve("testdata/journals");

  private Journals() {}

  static byte[] bytes(String file) {
    byte[] packed = Fixtures.bytes(FOLDER.resolve(file + ".gz"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Journal open(byte[]... files) {
    List<NamedBytes> named = new ArrayList<>();
    for (byte[] file : files) {
      named.add(new NamedBytes(new Origin("file " + named.size()), new ByteArraySource(file)));
    }
    return Journal.open(named);
  }

  static String json(Journal journal) {
    return json(journal, Selection.ALL, Workers.ONE);
  }

  static String json(Journal journal, Selection selection, Workers workers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    journal.json(selection, workers, out::write);
    return out.toString(StandardCharsets.UTF_8);
  }

  static List<LogRecord> records(Journal journal) {
    return records(journal, Selection.ALL, MessageFilter.ALL);
  }

  static List<LogRecord> records(Journal journal, Selection selection, MessageFilter filter) {
    List<LogRecord> records = new ArrayList<>();
    journal.records(selection, filter, Workers.ONE, records::add);
    return records;
  }

  static String cursor(LogRecord record) {
    return ((Place.Cursor) record.place()).cursor();
  }

  /// Each line as its fields, in an order that doesn't matter, each value as it is written.
  static List<Map<String, String>> fields(String jsonLines) {
    List<Map<String, String>> lines = new ArrayList<>();
    for (String line : jsonLines.split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(object(line));
      }
    }
    return lines;
  }

  private static Map<String, String> object(String line) {
    Map<String, String> fields = new TreeMap<>();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, value(json));
      }
    }
    return fields;
  }

  private static String value(JsonParser json) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return json.currentToken() + " " + json.getString();
    }
    List<String> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(json));
    }
    return values.toString();
  }
}
