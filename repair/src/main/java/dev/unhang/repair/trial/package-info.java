/// Load on a NIC, watched: traffic until the first sign of a hang.
@NullMarked
package dev.unhang.repair.trial;

import org.jspecify.annotations.NullMarked;
