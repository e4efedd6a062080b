package dev.unhang.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.json.AlertJson;
import dev.unhang.watch.alert.Alert;
import dev.unhang.watch.alert.Delivery;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Cause;
import dev.unhang.watch.machine.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredAlertTest {
  private static final Account ACCOUNT =
      new Account(
          "eno1-5eed0001-20315",
          "eno1",
          "0000:00:19.0",
          Cause.HANG_REPORT,
          "TDH 61 \"TDT\" 90\n\u001b[31m",
          new Moment(Duration.ofMillis(20_315), Instant.parse("2026-05-25T13:19:20Z")),
          Optional.of("/var/lib/unhang/evidence/watch-eno1.tar.gz"),
          Optional.empty(),
          Optional.of(Duration.ofMillis(3_100)),
          List.of("one", "two"),
          Account.Stage.GIVEN_UP);

  @Test
  void whatIsStoredIsReadBackAsItWas() {
    for (Delivery.Status status : Delivery.Status.values()) {
      Alert alert =
          new Alert(
              ACCOUNT,
              Optional.of(Instant.parse("2026-05-25T13:19:24Z")),
              List.of(new Delivery("mail", status, 3), new Delivery("webhook chat", status, 0)));
      assertThat(StoredAlert.read(AlertJson.stored(alert).text())).contains(alert);
    }
    Alert bare = new Alert(ACCOUNT, Optional.empty(), List.of());
    assertThat(StoredAlert.read(AlertJson.stored(bare).text())).contains(bare);
  }

  @Test
  void whatIsCutOffOrForeignIsNone() {
    String whole = AlertJson.stored(new Alert(ACCOUNT, Optional.empty(), List.of())).text();
    for (int length = 0; length < whole.stripTrailing().length(); length++) {
      assertThat(StoredAlert.read(whole.substring(0, length)))
          .as(whole.substring(0, length))
          .isEmpty();
    }
    for (String foreign :
        List.of("", "[]", "{}", "3", "{\"id\": {\"a\": 1}}", whole.replace("GIVEN_UP", "GONE"))) {
      assertThat(StoredAlert.read(foreign)).as(foreign).isEmpty();
    }
  }
}
