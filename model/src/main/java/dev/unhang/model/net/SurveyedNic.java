package dev.unhang.model.net;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.InterfaceName;
import java.util.List;
import java.util.Optional;

/// All that could be read of one interface, and why the rest could not.
///
/// @param device absent for interfaces without one, as bridges are
/// @param addresses of the interface itself; a bridge's port has none as a rule
/// @param toldAddress its own address by what the driver logged, in lower case with colons; only
///   asked for where no kernel tells it
/// @param users what goes dark with it, what is nearest to it first
public record SurveyedNic(
    InterfaceName name,
    Reading<Link> link,
    Reading<NicDevice> device,
    Reading<List<InterfaceAddress>> addresses,
    Reading<List<NicUser>> users,
    Reading<DriverInfo> driver,
    Reading<Offloads> offloads,
    NicSettings settings,
    NicCounts counts,
    Optional<String> toldAddress) {
  /// Of a host that runs: its kernel tells the address.
  public SurveyedNic(
      InterfaceName name,
      Reading<Link> link,
      Reading<NicDevice> device,
      Reading<List<InterfaceAddress>> addresses,
      Reading<List<NicUser>> users,
      Reading<DriverInfo> driver,
      Reading<Offloads> offloads,
      NicSettings settings,
      NicCounts counts) {
    this(
        name, link, device, addresses, users, driver, offloads, settings, counts, Optional.empty());
  }
}
