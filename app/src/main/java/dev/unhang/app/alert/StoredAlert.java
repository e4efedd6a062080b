package dev.unhang.app.alert;

import dev.unhang.app.json.AlertJson;
import dev.unhang.app.json.JsonDocument;
import dev.unhang.watch.alert.Alert;
import dev.unhang.watch.alert.Delivery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An alert as the outbox keeps it, read back.
final class StoredAlert {
  private StoredAlert() {}

  /// Empty where it is none of ours.
  static Optional<Alert> read(String text) {
    try {
      return Optional.of(alert(JsonDocument.read(text)));
    } catch (IllegalArgumentException | DateTimeException damaged) {
      return Optional.empty();
    }
  }

  private static Alert alert(JsonDocument json) {
    List<Delivery> deliveries =
        json.objects("deliveries").stream()
            .map(delivery ->
                new Delivery(
                    delivery.text("channel"),
                    Delivery.Status.valueOf(delivery.text("status")),
                    (int) Math.min(delivery.number("tries"), Integer.MAX_VALUE)))
            .toList();
    return new Alert(
        AlertJson.account(json), json.optional("readyAt").map(Instant::parse), deliveries);
  }
}
