package dev.unhang.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SyslogTextTest {
  private static final long BYTES = 4 << 20;

  @Test
  void theSameSeedWritesTheSame() throws IOException {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    SyslogText.write(one, 7, BYTES);
    SyslogText.write(other, 7, BYTES);
    assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    assertThat(one.size()).isGreaterThanOrEqualTo((int) BYTES);
  }

  @Test
  void itSaysHowManyReportsItWrote() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long reports = SyslogText.write(out, 7, BYTES);
    long headers =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.endsWith("Detected Hardware Unit Hang:"))
            .count();
    assertThat(reports).isEqualTo(headers).isPositive();
  }
}
