package dev.unhang.lab.scenario;

import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.KernelLog;
import dev.unhang.lab.guest.Outcome;
import java.util.List;

/// Masks the card's interrupts while it sends.
///
/// The core's watchdog speaks 5 s after the queue was full, which under software emulation is less
/// than a call of unhang takes. So the queue may hold more than the load leaves in it, as that of a
/// host whose card segments: then the kernel stays silent until somebody sends more.
///
/// @param host whose eno1 it is
record SilentStall(Guest host) {
  private static final String QUEUE = "/sys/class/net/eno1/queues/tx-0/byte_queue_limits/";

  /// On a host whose queue may hold that much from now on.
  static SilentStall of(Guest host) {
    host.must("sh", "-c", "echo 1000000 > " + QUEUE + "limit_min");
    return new SilentStall(host);
  }

  /// Masks them while host and guest send, and lets both end. The driver unmasks them when it has
  /// just been called: then it goes on, and this is to be tried again.
  ///
  /// @return whether it stands still
  boolean begins() {
    Outcome inFlight =
        host.run("sh", "-c", underLoad() + "; kill $one $two; sleep 2; cat " + QUEUE + "inflight");
    return !inFlight.out().strip().equals("0");
  }

  /// Masks them while host and guest send, and lets both go on for a while.
  ///
  /// @return the uptime, in seconds
  double isMasked() {
    String uptime =
        host.must(
            "sh", "-c", underLoad() + "; cut -d' ' -f1 /proc/uptime; sleep 2; kill $one $two");
    return Double.parseDouble(uptime.strip());
  }

  private static String underLoad() {
    return "timeout 20 ip netns exec nas "
        + flood()
        + "one=$!; timeout 20 "
        + flood()
        + "two=$!; sleep 2; "
        + CardRegisters.maskInterrupts();
  }

  /// Words of a shell that send in the background.
  static String flood() {
    return "ping -f -s 1400 " + StandsStill.ROUTER + " >/dev/null 2>&1 & ";
  }

  /// Whether the kernel has no line about it.
  static boolean isSilent(KernelLog log) {
    return List.of("Unit Hang", "NETDEV WATCHDOG", "Reset adapter").stream()
        .allMatch(words -> log.linesWith(words).isEmpty());
  }
}
