package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.watch.alert.Alert;
import dev.unhang.watch.machine.Account;
import java.time.Duration;
import java.time.Instant;

/// `unhang.alert/1`: one episode, as a webhook gets it; and as the outbox keeps it, with how far
/// each delivery got.
public final class AlertJson {
  private AlertJson() {}

  /// For a webhook.
  ///
  /// @param host its name
  public static JsonText document(Account account, String host) {
    return Json.document(json -> fields(json.string("schema", "unhang.alert/1"), account, host));
  }

  /// For the outbox.
  public static JsonText stored(Alert alert) {
    return Json.document(json ->
        fields(json.string("schema", "unhang.stored-alert/1"), alert.account(), "")
            .number("beganUptimeMilliseconds", alert.account().began().monotonic().toMillis())
            .string("readyAt", alert.readyAt().map(Instant::toString))
            .objects(
                "deliveries",
                alert.deliveries(),
                (each, delivery) ->
                    each.string("channel", delivery.channel())
                        .string("status", delivery.status().name())
                        .number("tries", delivery.tries())));
  }

  private static Json fields(Json json, Account account, String host) {
    return json.string("id", account.id())
        .string("host", host)
        .string("nic", account.nic())
        .string("key", account.key())
        .string("cause", account.cause().name())
        .string("seen", account.seen())
        .string("began", account.began().wall().toString())
        .string("evidence", account.evidence())
        .string("curedBy", account.curedBy())
        .number("outageMilliseconds", account.outage().map(Duration::toMillis))
        .strings("notes", account.notes())
        .string("stage", account.stage().name());
  }
}
