/// From what the kernel and the configuration say of interfaces to who sits on whom, and what goes
/// dark with a NIC. Start reading at [dev.unhang.diagnose.topology.TopologyReader].
@NullMarked
package dev.unhang.diagnose.topology;

import org.jspecify.annotations.NullMarked;
