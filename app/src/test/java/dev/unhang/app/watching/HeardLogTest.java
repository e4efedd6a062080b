package dev.unhang.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.kernellog.LogCopy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeardLogTest {
  private final HeardLog heard = new HeardLog();

  private void hears(String record) {
    byte[] bytes = (" " + record + "\n").getBytes(StandardCharsets.UTF_8);
    heard.accept(bytes, 1, bytes.length - 1);
  }

  private static String text(LogCopy copy) {
    StringBuilder text = new StringBuilder();
    copy.text().pieces(piece -> text.append(new String(piece, StandardCharsets.UTF_8)));
    return text.toString();
  }

  @Test
  void whereNothingWasHeardThereIsNoCopy() {
    assertThat(heard.copy()).isEmpty();
  }

  @Test
  void whatWasHeardIsKeptAsItWas() {
    hears("6,1,100,-;one");
    hears("3,2,200,-;two");
    assertThat(text(heard.copy().orElseThrow())).isEqualTo("6,1,100,-;one\n3,2,200,-;two\n");
    assertThat(heard.copy().orElseThrow().leftOut()).isZero();
  }

  @Test
  void ofAFloodTheLastIsKeptInWholeRecordsAndTheRestCounted() {
    for (int i = 0; i < 20_000; i++) {
      hears("6," + i + ",100,-;flooded flooded flooded");
    }
    LogCopy copy = heard.copy().orElseThrow();
    String text = text(copy);
    assertThat(text.length()).isLessThanOrEqualTo(HeardLog.MOST_BYTES);
    assertThat(text).startsWith("6,").endsWith("6,19999,100,-;flooded flooded flooded\n");
    assertThat(copy.leftOut()).isPositive();
  }
}
