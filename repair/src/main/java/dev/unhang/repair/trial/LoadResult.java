package dev.unhang.repair.trial;

import dev.unhang.model.log.KernelEvent.HangReported;
import java.time.Duration;

/// How a load ended.
public sealed interface LoadResult {
  /// How long it lasted.
  Duration lasted();

  /// What the NIC's counter grew by.
  long bytes();

  /// It went through to its end, and no hang was reported.
  record Quiet(Duration lasted, long bytes) implements LoadResult {}

  /// iperf3 went through to its end, and nothing went through the NIC meanwhile: that proves
  /// nothing of it.
  record Elsewhere(Duration lasted, long bytes) implements LoadResult {}

  /// The kernel reported a hang; the load was stopped.
  record Hung(Duration lasted, long bytes, HangReported report) implements LoadResult {}

  /// Nothing moved any more, and the kernel had not said why.
  record Stalled(Duration lasted, long bytes) implements LoadResult {}

  /// iperf3 ended with an error.
  record Failed(Duration lasted, long bytes, int exit, String error) implements LoadResult {}
}
