package dev.unhang.linux.probe;

import dev.unhang.linux.LiveClocks;
import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.probe.ProbeSocket.Speaks;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.ProbeAnswer;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.id.IpAddress;
import java.time.Duration;

/// A TCP connection, ended as soon as it stands. A refusal is an answer: the target lives.
final class TcpConnect {
  private static final Clocks CLOCKS = new LiveClocks();

  private TcpConnect() {}

  static ProbeAnswer probe(ProbeTarget target, int port, Duration patience) {
    IpAddress address = target.address();
    Duration begun = CLOCKS.monotonic();
    try (ProbeSocket socket = ProbeSocket.open(Speaks.TCP, address)) {
      if (socket.refusal() != 0) {
        return new ProbeAnswer.NotSent(ProbeSocket.word(socket.refusal()));
      }
      socket.endAtOnce();
      long bound = target.over().map(socket::bindTo).orElse(0L);
      return answer(address, bound < 0 ? bound : socket.connect(port, patience), begun);
    }
  }

  /// Man: connect(2); socket(7), "SO_SNDTIMEO": EINPROGRESS where the time was too short
  private static ProbeAnswer answer(IpAddress address, long connected, Duration begun) {
    if (connected == 0 || ProbeSocket.is(connected, Errno.ECONNREFUSED)) {
      return new ProbeAnswer.Answered(CLOCKS.monotonic().minus(begun));
    }
    if (ProbeSocket.is(connected, Errno.EINPROGRESS)
        || ProbeSocket.is(connected, Errno.ETIMEDOUT)) {
      return new ProbeAnswer.Silent("nothing came in time");
    }
    String word = ProbeSocket.word(connected);
    boolean unreachable =
        ProbeSocket.is(connected, Errno.EHOSTUNREACH)
            || ProbeSocket.is(connected, Errno.ENETUNREACH);
    // The same words come from our own tables and from a router on the way.
    return unreachable && ProbeSocket.hasRoute(address)
        ? new ProbeAnswer.Silent(word)
        : new ProbeAnswer.NotSent(word);
  }
}
