/// Whether a NIC is repaired, by what was logged before and since a change: hangs over the time or
/// the load in which they could have come. Pure: it looks at no clock and asks no host. The models
/// and what breaks them are in docs/statistics.md. Start reading at
/// [dev.unhang.repair.prove.Quiet].
@NullMarked
package dev.unhang.repair.prove;

import org.jspecify.annotations.NullMarked;
