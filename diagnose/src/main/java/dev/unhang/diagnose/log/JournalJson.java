package dev.unhang.diagnose.log;

import dev.unhang.diagnose.log.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.LogStamp;
import dev.unhang.model.name.BootId;
import dev.unhang.model.unit.Uptime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// `journalctl -o json`: one entry a line. Records keep their borders, their dictionaries and their
/// boots.
///
/// Man: systemd.journal-fields(7); doc: systemd "Journal JSON Format": a field that is no UTF-8 is
/// an array of bytes, one that is too long is null, one that occurs twice is an array of strings
public final class JournalJson implements RecordSource {
  private static final int MAX_TROUBLES = 20;

  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final Lines lines = new Lines(this::line);
  private final List<Trouble> troubles = new ArrayList<>();
  private final JsonFactory json = new JsonFactory();

  public JournalJson(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
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
    return List.of("journal json");
  }

  @Override
  public List<Trouble> troubles() {
    return List.copyOf(troubles);
  }

  private void line(String text, long number, boolean cut) {
    if (text.isBlank()) {
      return;
    }
    Place.Line place = new Place.Line(origin, number);
    if (cut) {
      trouble(place, "entry is longer than " + Lines.MAX_BYTES + " bytes, left out");
      return;
    }
    try {
      record(fields(text), place).ifPresent(out);
    } catch (JacksonException no_json) {
      trouble(place, "no JSON object: " + no_json.getOriginalMessage());
    }
  }

  private void trouble(Place place, String what) {
    if (troubles.size() < MAX_TROUBLES) {
      troubles.add(new Trouble(place, what));
    }
  }

  private static Optional<LogRecord> record(Map<String, String> fields, Place.Line line) {
    String message = fields.get("MESSAGE");
    if (message == null) {
      return Optional.empty();
    }
    String cursor = fields.get("__CURSOR");
    return Optional.of(
        new LogRecord(
            Optional.ofNullable(fields.get("_BOOT_ID")).flatMap(BootId::parse),
            stamp(fields),
            cursor == null ? line : new Place.Cursor(line.origin(), cursor),
            List.of(message.split("\n", -1)),
            Border.KEPT,
            Optional.of(writer(fields)),
            Optional.ofNullable(fields.get("_KERNEL_DEVICE"))));
  }

  /// Programs write to /dev/kmsg too: those records have a facility other than 0, which the kernel
  /// enforces, and may claim any name.
  ///
  /// Kernel: kernel/printk/printk.c, devkmsg_write() (v6.1)
  private static String writer(Map<String, String> fields) {
    String name = fields.getOrDefault("SYSLOG_IDENTIFIER", "kernel");
    boolean genuine =
        fields.getOrDefault("_TRANSPORT", "kernel").equals("kernel")
            && fields.getOrDefault("SYSLOG_FACILITY", "0").equals("0");
    return name.equals("kernel") && !genuine ? "a program named kernel" : name;
  }

  private static LogStamp stamp(Map<String, String> fields) {
    Optional<Instant> wall =
        micros(fields.get("__REALTIME_TIMESTAMP"))
            .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    Optional<Uptime> uptime =
        micros(fields.get("_SOURCE_MONOTONIC_TIMESTAMP"))
            .or(() -> micros(fields.get("__MONOTONIC_TIMESTAMP")))
            .map(Uptime::new);
    return new LogStamp(wall, uptime, wall.map(Instant::toString).orElse(""));
  }

  private static Optional<Long> micros(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}")
        ? Optional.of(Long.valueOf(text))
        : Optional.empty();
  }

  private Map<String, String> fields(String entry) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), entry)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return fields;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        String value = value(parser, parser.nextToken());
        if (value != null) {
          fields.putIfAbsent(name, value);
        }
      }
    }
    return fields;
  }

  private static @Nullable String value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_STRING, VALUE_NUMBER_INT -> parser.getString();
      case START_ARRAY -> array(parser);
      case START_OBJECT -> {
        parser.skipChildren();
        yield null;
      }
      default -> null;
    };
  }

  private static @Nullable String array(JsonParser parser) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String first = null;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      if (token == JsonToken.VALUE_NUMBER_INT) {
        bytes.write(parser.getIntValue());
      } else if (token == JsonToken.VALUE_STRING && first == null) {
        first = parser.getString();
      } else {
        parser.skipChildren();
      }
    }
    return first == null ? bytes.toString(StandardCharsets.UTF_8) : first;
  }
}
