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
    SyslogText.write(one, 7, BYTES, new BsdForm());
    SyslogText.write(other, 7, BYTES, new BsdForm());
    assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    assertThat(one.size()).isGreaterThanOrEqualTo((int) BYTES);
  }

  @Test
  void itSaysHowManyReportsItWrote() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long reports = SyslogText.write(out, 7, BYTES, new BsdForm());
    long headers =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.endsWith("Detected Hardware Unit Hang:"))
            .count();
    assertThat(reports).isEqualTo(headers).isPositive();
  }

  @Test
  void bothFormsSayTheSame() throws IOException {
    ByteArrayOutputStream bsd = new ByteArrayOutputStream();
    ByteArrayOutputStream protocol = new ByteArrayOutputStream();
    SyslogText.write(bsd, 7, 1, new BsdForm());
    SyslogText.write(protocol, 7, 1, new ProtocolForm());
    assertThat(bsd.toString(StandardCharsets.UTF_8))
        .startsWith("Jun 15 15:07:10 pve-07 kernel: [    0.000000] Linux version ");
    assertThat(protocol.toString(StandardCharsets.UTF_8))
        .startsWith("<5>1 2025-06-15T15:07:10.000000+00:00 pve-07 kernel - - - [    0.000000] Li");
  }
}
