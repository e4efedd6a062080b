/// From what the kernel and the configuration say of interfaces to who sits on whom, and what goes
/// dark with a NIC. Start reading at [dev.unhang.hosts.topology.TopologyReader].
@NullMarked
package dev.unhang.hosts.topology;

import org.jspecify.annotations.NullMarked;
