package dev.unhang.logs.form;

import dev.unhang.logs.peel.Peelers;
import dev.unhang.logs.peel.Writer;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.LogStamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// `dmesg --json`: `{"dmesg": [{"pri": 3, "time": 26.017255, "msg": "…"}]}`. An entry is a record,
/// newlines included. Of the facility only what `--decode` adds can be relied on: util-linux up to
/// 2.38 mixes it into the level.
///
/// Man: dmesg(1), "--json". Source: util-linux, sys-utils/dmesg.c, print_record() (v2.38)
public final class DmesgJson implements RecordSource {
  private static final Set<String> NAMES = Set.of("fac", "pri", "time", "msg");

  private final JsonEntries entries;
  private final JsonObjects objects;

  public DmesgJson(Origin origin, Consumer<LogRecord> out) {
    this.entries = new JsonEntries(origin, NAMES, DmesgJson::record, out);
    this.objects = new JsonObjects(entries);
  }

  /// Whether a log begins so.
  public static boolean opens(List<String> lines) {
    String opening = String.join("", lines).replaceAll("\\s", "");
    return opening.startsWith("{\"dmesg\":[");
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    objects.accept(chunk, offset, length);
  }

  @Override
  public void finish() {
    objects.finish();
  }

  @Override
  public List<String> dialect() {
    return List.of("dmesg json");
  }

  @Override
  public List<Trouble> troubles() {
    return entries.troubles();
  }

  private static Optional<LogRecord> record(Map<String, String> fields, Place place) {
    return Optional.ofNullable(fields.get("msg")).map(message -> record(fields, message, place));
  }

  private static LogRecord record(Map<String, String> fields, String message, Place place) {
    boolean kernels =
        fields.getOrDefault("fac", "kern").equals("kern")
            && !fields.getOrDefault("pri", "").matches("[89]|\\d{2,}");
    return new LogRecord(
        Optional.empty(),
        stamp(fields.getOrDefault("time", "")),
        place,
        List.of(message.split("\n", -1)),
        Border.KEPT,
        Optional.of(kernels ? "kernel" : Writer.A_PROGRAM),
        Optional.empty());
  }

  /// A number is the uptime; `--ctime` and `--time-format` make it the text they print elsewhere.
  private static LogStamp stamp(String time) {
    Optional<Uptime> uptime = Uptime.parse(time.strip());
    if (uptime.isPresent()) {
      return new LogStamp(Optional.empty(), uptime, time.strip());
    }
    LogStamp iso = Peelers.peel(time + " ").at();
    return iso.isKnown() ? iso : Peelers.peel("[" + time + "] ").at();
  }
}
