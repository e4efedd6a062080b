package dev.unhang.model.net;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.InterfaceName;
import java.util.List;

/// All that could be read of one interface, and why the rest could not.
///
/// @param device absent for interfaces without one, as bridges are
/// @param addresses of the interface itself; a bridge's port has none as a rule
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
    NicCounts counts) {}
