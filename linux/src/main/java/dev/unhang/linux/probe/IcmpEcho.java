package dev.unhang.linux.probe;

import dev.unhang.linux.LiveClocks;
import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.probe.ProbeSocket.Speaks;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.ProbeAnswer;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.id.IpAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// ICMP echo, as ping sends it.
///
/// @param speaks which kind of socket this machine lets us have
record IcmpEcho(Speaks speaks) {
  private static final Clocks CLOCKS = new LiveClocks();
  private static final int REPLY_BYTES = 256;

  /// No two requests of this process, and few of others, have the same token.
  private static final AtomicLong TOKENS =
      new AtomicLong(ProcessHandle.current().pid() << Integer.SIZE | 1);

  ProbeAnswer probe(ProbeTarget target, Duration patience) {
    IpAddress address = target.address();
    EchoMessage echo = new EchoMessage(!address.isIpv4(), TOKENS.incrementAndGet());
    Duration begun = CLOCKS.monotonic();
    try (ProbeSocket socket = ProbeSocket.open(speaks, address)) {
      if (socket.refusal() != 0) {
        return new ProbeAnswer.NotSent(ProbeSocket.word(socket.refusal()));
      }
      long bound = target.over().map(socket::bindTo).orElse(0L);
      long connected = bound < 0 ? bound : socket.connect(0, patience);
      long sent = connected < 0 ? connected : socket.send(echo.request());
      if (sent < 0) {
        return failed(address, sent);
      }
      return await(socket, address, echo, begun.plus(patience), begun);
    }
  }

  private static ProbeAnswer failed(IpAddress address, long error) {
    boolean unreachable =
        ProbeSocket.is(error, Errno.EHOSTUNREACH) || ProbeSocket.is(error, Errno.ENETUNREACH);
    return unreachable && ProbeSocket.hasRoute(address)
        ? new ProbeAnswer.Silent(ProbeSocket.word(error))
        : new ProbeAnswer.NotSent(ProbeSocket.word(error));
  }

  private ProbeAnswer await(
      ProbeSocket socket, IpAddress address, EchoMessage echo, Duration deadline, Duration begun) {
    EchoMessage.Header header =
        speaks == Speaks.RAW_ICMP && address.isIpv4()
            ? EchoMessage.Header.IPV4
            : EchoMessage.Header.NONE;
    Duration left = deadline.minus(CLOCKS.monotonic());
    while (left.isPositive()) {
      ByteBuffer datagram = ByteBuffer.allocate(REPLY_BYTES);
      long got = socket.receive(datagram, left);
      Duration now = CLOCKS.monotonic();
      if (got > 0 && echo.isAnsweredBy(datagram.flip(), header)) {
        return new ProbeAnswer.Answered(now.minus(begun));
      }
      if (got < 0 && !ProbeSocket.is(got, Errno.EAGAIN) && !ProbeSocket.is(got, Errno.EINTR)) {
        return failed(address, got);
      }
      left = deadline.minus(now);
    }
    return new ProbeAnswer.Silent("nothing came in time");
  }
}
