package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import java.util.List;

/// What an output says of interfaces.
///
/// @param links in the order printed
/// @param addresses of all of them
public record IpOutput(Reading<List<Link>> links, Reading<List<InterfaceAddress>> addresses) {}
