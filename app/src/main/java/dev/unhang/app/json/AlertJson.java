package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.watch.alert.Alert;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Cause;
import dev.unhang.watch.machine.Moment;
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
        kept(json.string("schema", "unhang.stored-alert/1"), alert.account())
            .string("readyAt", alert.readyAt().map(Instant::toString))
            .objects(
                "deliveries",
                alert.deliveries(),
                (each, delivery) ->
                    each.string("channel", delivery.channel())
                        .string("status", delivery.status().name())
                        .number("tries", delivery.tries())));
  }

  /// An account whole, so that [#account] reads it back.
  static Json kept(Json json, Account account) {
    return fields(json, account, "")
        .number("beganUptimeMilliseconds", account.began().monotonic().toMillis());
  }

  /// Throws IllegalArgumentException or DateTimeException where it is none.
  public static Account account(JsonDocument json) {
    return new Account(
        json.text("id"),
        json.text("nic"),
        json.text("key"),
        Cause.valueOf(json.text("cause")),
        json.text("seen"),
        new Moment(
            Duration.ofMillis(json.number("beganUptimeMilliseconds")),
            Instant.parse(json.text("began"))),
        json.optional("evidence"),
        json.optional("curedBy"),
        json.count("outageMilliseconds").map(Duration::ofMillis),
        json.texts("notes"),
        Account.Stage.valueOf(json.text("stage")));
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
