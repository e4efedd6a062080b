package dev.unhang.hosts.load;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.Sample;
import dev.unhang.model.facts.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What sysstat sampled of a NIC, as `sadf -j -- -n DEV` prints it. Samples in another zone than
/// UTC (`-t`, `-T`) are left out: the zone is not told.
///
/// Man: sadf(1), "-j"; sar(1), "-n DEV": kB are 1024 bytes
public final class SysstatJson {
  private static final double KILOBYTE = 1024;
  private static final int MAX_SAMPLES = 1_000_000;

  private final JsonParser json;
  private final String nic;

  /// By the interval's length: sysstat's can be changed at any time.
  private final Map<Duration, List<Sample>> samples = new TreeMap<>();

  private Optional<Instant> end = Optional.empty();
  private Optional<Duration> step = Optional.empty();
  private int count;

  private SysstatJson(JsonParser json, String nic) {
    this.json = json;
    this.nic = nic;
  }

  /// What the NIC sent, a series for each length of interval, the finest first.
  public static Reading<List<Series>> sent(Origin origin, Content text, String nic) {
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), text.utf8())) {
      SysstatJson reader = new SysstatJson(parser, nic);
      try {
        reader.read();
      } catch (JacksonException damaged) {
        return new Reading.Partly<>(
            reader.series(origin),
            List.of(
                new Trouble(
                    new Place.Whole(origin), "is no whole JSON: " + damaged.getOriginalMessage())),
            origin);
      }
      return new Reading.Read<>(reader.series(origin), origin);
    }
  }

  private List<Series> series(Origin origin) {
    List<Series> all = new ArrayList<>();
    samples.forEach((length, each) -> all.add(new Series(origin, nic + ", sent", length, each)));
    return all;
  }

  private void read() {
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      if (token == JsonToken.PROPERTY_NAME && json.currentName().equals("timestamp")) {
        timestamp();
      } else if (token == JsonToken.PROPERTY_NAME && json.currentName().equals("net-dev")) {
        devices();
      }
    }
  }

  private void timestamp() {
    Map<String, String> fields = fields();
    boolean utc = "1".equals(fields.get("utc"));
    end =
        utc
            ? instant(fields.getOrDefault("date", ""), fields.getOrDefault("time", ""))
            : Optional.empty();
    step =
        number(fields.getOrDefault("interval", "")).map(Double::longValue).map(Duration::ofSeconds);
  }

  private static Optional<Instant> instant(String date, String time) {
    try {
      return Optional.of(LocalDateTime.parse(date + "T" + time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException no_time) {
      return Optional.empty();
    }
  }

  private void devices() {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> fields = new TreeMap<>();
      rest(fields);
      if (nic.equals(fields.get("iface"))) {
        number(fields.getOrDefault("txkB", "")).ifPresent(this::add);
      }
    }
  }

  private void add(double kilobytes) {
    boolean timed = end.isPresent() && step.filter(length -> !length.isZero()).isPresent();
    if (timed && kilobytes >= 0 && count < MAX_SAMPLES) {
      samples
          .computeIfAbsent(step.get(), none -> new ArrayList<>())
          .add(new Sample(end.get(), step.get(), kilobytes * KILOBYTE));
      count++;
    }
  }

  /// The plain fields of the object that comes next.
  private Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    if (json.nextToken() == JsonToken.START_OBJECT) {
      rest(fields);
    }
    return fields;
  }

  private void rest(Map<String, String> fields) {
    JsonToken token = json.nextToken();
    while (token == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
        json.skipChildren();
      } else {
        fields.put(name, json.getString());
      }
      token = json.nextToken();
    }
  }

  private static Optional<Double> number(String text) {
    return text.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }
}
