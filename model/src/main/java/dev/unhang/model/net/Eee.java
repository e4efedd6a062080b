package dev.unhang.model.net;

import java.util.List;
import java.util.Optional;

/// Energy-Efficient Ethernet, IEEE 802.3az: the link sleeps between packets.
///
/// @param enabled asked for
/// @param active in force, which takes a partner that offers it too
/// @param txLpiEnabled whether this side sends the link to sleep (low power idle)
/// @param txLpiTimerMicros how long it idles before it does, in µs
/// @param supported modes the NIC can, by ethtool's names
/// @param advertised modes it offers
/// @param partner modes the partner offers; empty where the kernel doesn't tell
///
///   Kernel: net/ethtool/eee.c, eee_fill_reply() (v6.1)
public record Eee(
    boolean enabled,
    boolean active,
    Optional<Boolean> txLpiEnabled,
    Optional<Long> txLpiTimerMicros,
    List<String> supported,
    List<String> advertised,
    Optional<List<String>> partner) {
  public Eee {
    supported = List.copyOf(supported);
    advertised = List.copyOf(advertised);
    partner = partner.map(List::copyOf);
  }
}
