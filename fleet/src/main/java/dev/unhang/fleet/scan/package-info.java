/// One host of a fleet: whether its logs show a hang, since when they show none, or why that is not
/// known. Start reading at [dev.unhang.fleet.scan.HostJudge].
@NullMarked
package dev.unhang.fleet.scan;

import org.jspecify.annotations.NullMarked;
