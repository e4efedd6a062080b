package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.peel.Peelers;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.LogStamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Lines of a log that a shipper put into JSON, an object a line: Docker's json-file (`log`),
/// Loki's `logcli --output=jsonl` (`line`), Fluent Bit, Logstash and Vector (`message`), Google's
/// cloud (`textPayload`), GELF (`short_message`). What is in the field is a line of text, with
/// whatever layers it has.
///
/// Doc: Docker, "JSON File logging driver"; Loki, "logcli"; Vector, "syslog source"
public final class ShippedJson implements RecordSource {
  private static final List<String> TEXTS =
      List.of("log", "line", "message", "msg", "textPayload", "short_message", "full_message");
  private static final Pattern TEXT =
      Pattern.compile("\"(?:" + String.join("|", TEXTS) + ")\" ?: ?\"(?!\\{)");

  private static final List<String> TIMES = List.of("timestamp", "@timestamp", "time", "ts");
  private static final List<String> WRITERS =
      List.of("appname", "programname", "program", "ident", "SYSLOG_IDENTIFIER");
  private static final Set<String> NAMES = new HashSet<>();

  static {
    List.of(TEXTS, TIMES, WRITERS).forEach(NAMES::addAll);
  }

  private final JsonEntries entries;
  private final Lines lines;
  private final TextLines texts = new TextLines();

  public ShippedJson(Origin origin, Consumer<LogRecord> out) {
    this.entries = new JsonEntries(origin, NAMES, this::record, out);
    this.lines = new Lines(entries::line);
  }

  /// Whether a log begins so.
  public static boolean opens(List<String> lines) {
    String first = lines.isEmpty() ? "" : lines.getFirst();
    return first.startsWith("{\"") && TEXT.matcher(first).find();
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    lines.accept(chunk, offset, length);
  }

  @Override
  public void finish() {
    lines.finish();
  }

  @Override
  public List<String> dialect() {
    List<String> layers = new ArrayList<>(List.of("json"));
    layers.addAll(texts.dialect());
    return layers;
  }

  @Override
  public List<Trouble> troubles() {
    return entries.troubles();
  }

  private Optional<LogRecord> record(Map<String, String> fields, Place place) {
    return first(TEXTS, fields).map(message -> record(message, fields, place));
  }

  /// What the text says of itself counts before what the shipper says of it.
  private LogRecord record(String message, Map<String, String> fields, Place place) {
    List<String> parts = Arrays.asList(message.stripTrailing().split("\r?\n", -1));
    LogRecord told = texts.record(parts.getFirst(), place);
    List<String> all = new ArrayList<>(told.lines());
    all.addAll(parts.subList(1, parts.size()));
    LogStamp at = told.at().isKnown() ? told.at() : stamp(fields);
    Border border = at.isKnown() ? Border.STAMPED : told.border();
    return new LogRecord(
        told.boot(),
        at,
        place,
        all,
        all.size() > 1 ? Border.KEPT : border,
        told.identifier().or(() -> first(WRITERS, fields)),
        told.device());
  }

  private static LogStamp stamp(Map<String, String> fields) {
    return first(TIMES, fields).map(time -> Peelers.peel(time + " ").at()).orElse(LogStamp.NONE);
  }

  private static Optional<String> first(List<String> names, Map<String, String> fields) {
    return names.stream().filter(fields::containsKey).findFirst().map(fields::get);
  }
}
