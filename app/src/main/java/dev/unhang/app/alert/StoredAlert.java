package dev.unhang.app.alert;

import dev.unhang.watch.alert.Alert;
import dev.unhang.watch.alert.Delivery;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Cause;
import dev.unhang.watch.machine.Moment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// An alert as the outbox keeps it, read back.
final class StoredAlert {
  private static final JsonFactory JSON = new JsonFactory();

  private StoredAlert() {}

  /// Empty where it is none of ours.
  static Optional<Alert> read(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return Optional.of(alert(object(parser)));
    } catch (JacksonException | IllegalArgumentException | DateTimeException damaged) {
      return Optional.empty();
    }
  }

  /// Of one level, with lists of words or of such objects: that is all it has.
  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (token) {
        case VALUE_STRING -> fields.put(name, parser.getString());
        case VALUE_NUMBER_INT -> fields.put(name, parser.getLongValue());
        case START_ARRAY -> fields.put(name, list(parser));
        case VALUE_NULL -> {}
        default -> throw new IllegalArgumentException("a " + token + " in " + name);
      }
    }
    return fields;
  }

  private static List<Object> list(JsonParser parser) {
    List<Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      switch (token) {
        case VALUE_STRING -> items.add(parser.getString());
        case START_OBJECT -> items.add(object(parser));
        default -> throw new IllegalArgumentException("a " + token + " in a list");
      }
    }
    return items;
  }

  private static Alert alert(Map<String, Object> json) {
    Account account =
        new Account(
            text(json, "id"),
            text(json, "nic"),
            text(json, "key"),
            Cause.valueOf(text(json, "cause")),
            text(json, "seen"),
            new Moment(
                Duration.ofMillis(number(json, "beganUptimeMilliseconds")),
                Instant.parse(text(json, "began"))),
            optional(json, "evidence"),
            optional(json, "curedBy"),
            json.get("outageMilliseconds") instanceof Long outage
                ? Optional.of(Duration.ofMillis(outage))
                : Optional.empty(),
            items(json, "notes").stream().map(String::valueOf).toList(),
            Account.Stage.valueOf(text(json, "stage")));
    List<Delivery> deliveries = new ArrayList<>();
    for (Object each : items(json, "deliveries")) {
      if (each instanceof Map<?, ?> delivery) {
        deliveries.add(
            new Delivery(
                text(delivery, "channel"),
                Delivery.Status.valueOf(text(delivery, "status")),
                (int) Math.min(number(delivery, "tries"), Integer.MAX_VALUE)));
      }
    }
    return new Alert(account, optional(json, "readyAt").map(Instant::parse), deliveries);
  }

  private static String text(Map<?, ?> json, String name) {
    if (json.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("without " + name);
  }

  private static long number(Map<?, ?> json, String name) {
    if (json.get(name) instanceof Long number && number >= 0) {
      return number;
    }
    throw new IllegalArgumentException("without " + name);
  }

  private static Optional<String> optional(Map<?, ?> json, String name) {
    return json.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static List<?> items(Map<?, ?> json, String name) {
    return json.get(name) instanceof List<?> list ? list : List.of();
  }
}
