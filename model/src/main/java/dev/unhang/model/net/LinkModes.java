package dev.unhang.model.net;

import java.util.List;
import java.util.Optional;

/// What two link partners can do and have agreed on. Names of modes are ethtool's
/// (`1000baseT/Full`, `Pause`).
///
/// @param autonegotiation whether speed and duplex are negotiated
/// @param supported what the NIC can
/// @param advertised what it offers the partner; empty where the text leaves it out
/// @param partner what the partner offers; empty where the driver doesn't tell
/// @param speedMegabits Mb/s; empty where unknown, as without a link
/// @param duplex `full`, `half`; empty where unknown
///
///   Kernel: net/ethtool/linkmodes.c, linkmodes_fill_reply() (v6.1)
public record LinkModes(
    Optional<Boolean> autonegotiation,
    List<String> supported,
    Optional<List<String>> advertised,
    Optional<List<String>> partner,
    Optional<Long> speedMegabits,
    Optional<String> duplex) {
  public LinkModes {
    supported = List.copyOf(supported);
    advertised = advertised.map(List::copyOf);
    partner = partner.map(List::copyOf);
  }
}
