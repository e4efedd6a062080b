package dev.unhang.repair.trial;

import dev.unhang.logs.LogReading;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostEvents;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.Running;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.KernelEvent.HangReported;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Real traffic on a NIC, with an eye on the kernel log and on the counters. It ends by itself, and
/// at the first sign of a hang at once.
public final class LoadRun {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// A busy link that sends nothing for so long is no link any more.
  private static final Duration STALLED_AFTER = Duration.ofSeconds(15);

  private final HostView view;
  private final HostControl control;
  private final HostEvents events;
  private final Clocks clocks;

  public LoadRun(HostView view, HostControl control, HostEvents events, Clocks clocks) {
    this.view = view;
    this.control = control;
    this.events = events;
    this.clocks = clocks;
  }

  /// Told once a second how it goes.
  @FunctionalInterface
  public interface Progress {
    /// @param bytes since the start, by the NIC's counter
    /// @param bytesLastSecond since the last time
    void at(Duration elapsed, long bytes, long bytesLastSecond);
  }

  /// Runs the load to its end.
  public LoadResult run(LoadOrder order, Progress progress) {
    AtomicReference<@Nullable HangReported> hang = new AtomicReference<>();
    LogReading log = new LogReading(new Origin("kernel log"), event -> keepFirst(hang, event));
    long before = counter(order);
    Duration start = clocks.monotonic();
    try (Running following = events.followKernelLog(log::acceptRecords);
        Running load = control.start(order.command(), (chunk, offset, length) -> {})) {
      return watch(order, progress, hang, load, before, start);
    } finally {
      log.finish();
    }
  }

  private static void keepFirst(AtomicReference<@Nullable HangReported> hang, KernelEvent event) {
    if (event instanceof HangReported report) {
      hang.compareAndSet(null, report);
    }
  }

  private LoadResult watch(
      LoadOrder order,
      Progress progress,
      AtomicReference<@Nullable HangReported> hang,
      Running load,
      long before,
      Duration start) {
    long last = before;
    Duration lastMoved = start;
    while (true) {
      clocks.pause(LOOK_EVERY);
      Duration now = clocks.monotonic();
      Duration elapsed = now.minus(start);
      long count = counter(order);
      long bytes = count - before;
      progress.at(elapsed, bytes, count - last);
      HangReported report = hang.get();
      if (report != null) {
        return new LoadResult.Hung(elapsed, bytes, report);
      }
      if (load.exit().isPresent()) {
        int exit = load.exit().getAsInt();
        if (exit == 0) {
          return bytes > 0
              ? new LoadResult.Quiet(elapsed, bytes)
              : new LoadResult.Elsewhere(elapsed, bytes);
        }
        return new LoadResult.Failed(elapsed, bytes, exit, load.errorText().strip());
      }
      if (count != last) {
        lastMoved = now;
      } else if (now.minus(lastMoved).compareTo(STALLED_AFTER) >= 0) {
        return new LoadResult.Stalled(elapsed, bytes);
      }
      if (elapsed.compareTo(order.longest().plus(STALLED_AFTER)) > 0) {
        return new LoadResult.Failed(elapsed, bytes, -1, "iperf3 did not end by itself");
      }
      last = count;
    }
  }

  private long counter(LoadOrder order) {
    HostPath path =
        new HostPath(
            "/sys/class/net/"
                + order.nic()
                + "/statistics/"
                + (order.reverse() ? "rx_bytes" : "tx_bytes"));
    return view.read(path)
        .known()
        .map(Content::utf8)
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .orElseThrow(() ->
            new CannotRead(
                "read the counters of " + order.nic(),
                "",
                path + " is not there",
                "see whether the interface is still there"));
  }
}
