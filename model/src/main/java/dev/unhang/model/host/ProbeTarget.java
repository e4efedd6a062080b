package dev.unhang.model.host;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import java.util.Optional;
import java.util.OptionalInt;

/// Who is asked for a sign of life.
///
/// @param port of TCP, 1 to 65535; empty for ICMP, where this machine may send that
/// @param over the interface that has to send it, whatever the routes say; empty for any
public record ProbeTarget(IpAddress address, OptionalInt port, Optional<InterfaceName> over) {
  private static final int MAX_PORT = 65_535;

  public ProbeTarget {
    if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > MAX_PORT)) {
      throw new IllegalArgumentException("port " + port.getAsInt());
    }
  }

  /// Asked over whatever interface the routes say.
  public ProbeTarget(IpAddress address, OptionalInt port) {
    this(address, port, Optional.empty());
  }
}
