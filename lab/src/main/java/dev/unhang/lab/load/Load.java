package dev.unhang.lab.load;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.host.Children;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Sends as much as it can for some seconds: a real iperf3 in the guest, and a real iperf3 on this
/// host's loopback, which the guest sees as 10.0.2.2.
///
/// @param host the machine whose card carries the load
/// @param from where the client runs: the host itself or one of its guests
/// @param through the card
/// @param lasting how long it is sent
public record Load(Guest host, Guest from, String through, Duration lasting) {

  private static final String FAR_END = "10.0.2.2";

  /// How long the client may take after its time is over; if the card hangs it waits for an answer
  /// that does not come.
  private static final Duration GRACE = Duration.ofSeconds(4);

  /// What the load did.
  ///
  /// @param bytes sent by the card, as the card counts them
  /// @param lasted how long it was sent
  /// @param client how iperf3 ended
  public record Sent(long bytes, Duration lasted, Outcome client) {

    private static final double BITS_PER_MEGABIT = 1e6;

    /// Megabits a second over the whole time.
    public double megabits() {
      return bytes * 8 / BITS_PER_MEGABIT / lasted.toSeconds();
    }
  }

  /// Sends it, and returns when the time is over.
  public Sent send() {
    int port = freePort();
    Process server =
        Children.start(
            host.transcript().resolveSibling("iperf3-server.log"),
            List.of("iperf3", "--server", "--one-off", "--bind", "127.0.0.1", "--port", "" + port));
    try {
      long before = sentBytes();
      Outcome client = from.run(lasting.plus(GRACE.multipliedBy(10)), client(port));
      return new Sent(sentBytes() - before, lasting, client);
    } finally {
      Children.end(server);
    }
  }

  private String[] client(int port) {
    return new String[] {
      "timeout",
      "" + lasting.plus(GRACE).toSeconds(),
      "iperf3",
      "--client",
      FAR_END,
      "--port",
      "" + port,
      "--time",
      "" + lasting.toSeconds()
    };
  }

  private long sentBytes() {
    Path counter = Path.of("/sys/class/net", through, "statistics/tx_bytes");
    return Long.parseLong(host.must("cat", counter.toString()).strip());
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException failed) {
      throw new LabBroken("no TCP port on the loopback", failed);
    }
  }
}
