package dev.unhang.model.host;

import dev.unhang.model.name.IpAddress;
import java.util.OptionalInt;

/// Who is asked for a sign of life.
///
/// @param port of TCP, 1 to 65535; empty for ICMP, where this machine may send that
public record ProbeTarget(IpAddress address, OptionalInt port) {
  private static final int MAX_PORT = 65_535;

  public ProbeTarget {
    if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > MAX_PORT)) {
      throw new IllegalArgumentException("port " + port.getAsInt());
    }
  }
}
