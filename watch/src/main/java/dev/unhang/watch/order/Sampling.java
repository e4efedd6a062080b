package dev.unhang.watch.order;

import dev.unhang.hosts.survey.RegistersSource;
import dev.unhang.hosts.survey.SysfsValue;
import dev.unhang.hosts.survey.TxQueues;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.DriverOf;
import dev.unhang.model.net.TxQueue;
import dev.unhang.model.net.TxRegisters;
import dev.unhang.watch.sense.Traffic;
import dev.unhang.watch.sense.TxSample;
import dev.unhang.watch.sense.WatchedNic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what NICs have sent, cheaply: a few files of sysfs each. Registers are asked for where the
/// counter has not moved and no queue says that something waits; of a NIC that has long been idle
/// only now and then.
///
/// Kernel: Documentation/ABI/testing/sysfs-class-net-statistics, "tx_bytes" (v6.1)
public final class Sampling {
  private static final HostPath CLASS_NET = new HostPath("/sys/class/net");

  /// A stall begins where something was sent.
  private static final Duration BUSY_LATELY = Duration.ofSeconds(30);

  private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

  private final HostView host;
  private final Clocks clocks;
  private final Map<String, Seen> seen = new HashMap<>();

  /// @param moved when the counter was last seen to move
  /// @param asked when the registers were last asked for
  private record Seen(long sent, Duration moved, Optional<Duration> asked) {}

  public Sampling(HostView host, Clocks clocks) {
    this.host = host;
    this.clocks = clocks;
  }

  /// By the NICs' keys; one whose counter could not be read has none.
  public Map<String, TxSample> read(List<WatchedNic> nics) {
    Map<String, TxSample> samples = new HashMap<>();
    for (WatchedNic nic : nics) {
      sample(nic).ifPresent(sample -> samples.put(nic.key(), sample));
    }
    seen.keySet().retainAll(nics.stream().map(WatchedNic::key).toList());
    return samples;
  }

  private Optional<TxSample> sample(WatchedNic nic) {
    HostPath folder = CLASS_NET.resolve(nic.name().value()).resolve("statistics");
    return SysfsValue.decimal(host, folder.resolve("tx_bytes"))
        .map(sent -> sample(nic, folder, sent));
  }

  private TxSample sample(WatchedNic nic, HostPath folder, long sent) {
    Duration now = clocks.monotonic();
    Seen last = seen.getOrDefault(nic.key(), new Seen(-1, now, Optional.empty()));
    Duration moved = last.sent() == sent ? last.moved() : now;
    long inFlight = inFlight(nic);
    boolean busy = now.minus(moved).compareTo(BUSY_LATELY) < 0;
    boolean isDue = last.asked().map(at -> now.minus(at).compareTo(NOW_AND_THEN) >= 0).orElse(true);
    boolean asks = last.sent() == sent && inFlight == 0 && (busy || isDue);
    seen.put(nic.key(), new Seen(sent, moved, asks && !busy ? Optional.of(now) : last.asked()));
    return new TxSample(
        new Traffic(sent, SysfsValue.decimal(host, folder.resolve("rx_bytes")), inFlight),
        asks ? rings(nic) : List.of());
  }

  private long inFlight(WatchedNic nic) {
    return TxQueues.read(host, nic.name()).known().orElse(List.of()).stream()
        .map(TxQueue::inFlightBytes)
        .mapToLong(bytes -> bytes.orElse(0L))
        .sum();
  }

  private List<TxSample.Ring> rings(WatchedNic nic) {
    return RegistersSource.read(
            host.kernel(), nic.name(), host.kernel().ask(new DriverOf(nic.name())))
        .known()
        .map(TxRegisters::rings)
        .orElse(List.of())
        .stream()
        .map(ring -> new TxSample.Ring(ring.head(), ring.unfetched()))
        .toList();
  }
}
