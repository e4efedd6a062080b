package dev.unhang.linux.probe;

import dev.unhang.linux.probe.ProbeSocket.Speaks;
import dev.unhang.model.host.ProbeAnswer;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.host.Prober;
import dev.unhang.model.id.IpAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Probes from this machine: ICMP echo where it may send that, else TCP.
public final class LiveProber implements Prober {
  /// The discard service: hardly anybody runs it, so that the usual answer is a refusal, and no log
  /// at the target gets a line a second.
  private static final int DISCARD = 9;

  private static final IpAddress LOOPBACK = IpAddress.of(new byte[] {127, 0, 0, 1});

  private final Optional<IcmpEcho> echo;

  public LiveProber() {
    echo =
        Stream.of(Speaks.ECHO, Speaks.RAW_ICMP)
            .filter(LiveProber::isAllowed)
            .findFirst()
            .map(IcmpEcho::new);
  }

  private static boolean isAllowed(Speaks speaks) {
    try (ProbeSocket socket = ProbeSocket.open(speaks, LOOPBACK)) {
      return socket.refusal() == 0;
    }
  }

  @Override
  public ProbeAnswer probe(ProbeTarget target, Duration patience) {
    if (target.port().isPresent()) {
      return TcpConnect.probe(target, target.port().getAsInt(), patience);
    }
    return echo.map(icmp -> icmp.probe(target, patience))
        .orElseGet(() -> TcpConnect.probe(target, DISCARD, patience));
  }

  @Override
  public String usual() {
    return echo.isPresent() ? "ICMP echo" : "TCP port " + DISCARD;
  }
}
