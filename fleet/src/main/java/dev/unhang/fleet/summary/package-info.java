/// What separates the hosts of a fleet that hang from those that do not. Start reading at
/// [dev.unhang.fleet.summary.FleetSummary].
@NullMarked
package dev.unhang.fleet.summary;

import org.jspecify.annotations.NullMarked;
