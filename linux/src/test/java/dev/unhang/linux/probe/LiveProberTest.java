package dev.unhang.linux.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.model.host.ProbeAnswer;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.id.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Probes to this machine's own loopback.
@Timeout(30)
class LiveProberTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final LiveProber prober = new LiveProber();

  private ProbeAnswer probe(String address, OptionalInt port) {
    return prober.probe(new ProbeTarget(IpAddress.parse(address).orElseThrow(), port), SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3"})
  void loopbackAnswers(String address) {
    assertThat(probe(address, OptionalInt.empty()))
        .isInstanceOfSatisfying(
            ProbeAnswer.Answered.class,
            answer -> assertThat(answer.took()).isBetween(Duration.ofNanos(1), SECOND));
  }

  @Test
  void loopbackAnswersInIpv6() {
    assumeTrue(ProbeSocket.hasRoute(IpAddress.parse("::1").orElseThrow()), "no IPv6 here");
    assertThat(probe("::1", OptionalInt.empty())).isInstanceOf(ProbeAnswer.Answered.class);
  }

  @Test
  void aRefusedConnectionIsAnAnswerAndSoIsOneThatStands() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = server.getLocalPort();
      assertThat(probe("127.0.0.1", OptionalInt.of(port))).isInstanceOf(ProbeAnswer.Answered.class);
      server.close();
      assertThat(probe("127.0.0.1", OptionalInt.of(port))).isInstanceOf(ProbeAnswer.Answered.class);
    }
  }

  /// Linux sends nothing to the broadcast address for who has not asked for it.
  @Test
  void whatMayNotBeSentSaysNothingOfTheTarget() {
    assertThat(probe("255.255.255.255", OptionalInt.of(1))).isInstanceOf(ProbeAnswer.NotSent.class);
    assertThat(probe("255.255.255.255", OptionalInt.empty()))
        .isInstanceOf(ProbeAnswer.NotSent.class);
  }
}
