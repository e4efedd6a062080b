package dev.unhang.model.host;

import java.time.Duration;

/// Asks other machines for a sign of life, over the network. May be called by many threads at once.
public interface Prober {
  /// Asks once, and waits.
  ///
  /// @param patience how long an answer may take
  ProbeAnswer probe(ProbeTarget target, Duration patience);

  /// How targets without a port are asked here: `ICMP echo`, or `TCP port 22`.
  String usual();
}
