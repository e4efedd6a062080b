package dev.unhang.lab.qemu;

import dev.unhang.lab.LabBroken;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A neighbour that is heard on the machine's wire all the time, as somebody is on every real
/// network.
///
/// Without it the wire is silent once the card has stopped sending, and then the driver does not do
/// what it does in the field: e1000_watchdog_task() raises an interrupt *before* it asks for the
/// check of the Tx ring, so on a silent wire the check may have to wait for the next round, 2 s
/// later. The gap between two reports of an 82574 then becomes 6 s instead of 4, the core's
/// watchdog (5 s) fires, and the card is reset. Any frame received in between lets the check
/// happen. It also makes the other half of the symptom: Rx grows while Tx stands still.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_watchdog_task() (v6.1)
final class Chatter implements AutoCloseable {

  /// Where the broadcasts go: a port that Windows machines fill in many an office.
  static final int NETBIOS_PORT = 137;

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final DatagramSocket socket;
  private final int port;

  Chatter() {
    try (DatagramSocket free =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      port = free.getLocalPort();
      socket = new DatagramSocket();
    } catch (IOException failed) {
      throw new LabBroken("no UDP port on the loopback", failed);
    }
    Thread.ofVirtual().name("chatter").start(this::speak);
  }

  /// The port of this host's loopback that QEMU forwards to the wire.
  int port() {
    return port;
  }

  private void speak() {
    byte[] words = "unhang lab: a neighbour on the wire".getBytes(StandardCharsets.US_ASCII);
    while (!socket.isClosed()) {
      try {
        socket.send(
            new DatagramPacket(words, words.length, InetAddress.getLoopbackAddress(), port));
        Thread.sleep(PAUSE);
      } catch (IOException nobodyHears) {
        // The machine is switched off, or the socket was closed.
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
