/// Quantities that must not be mixed up: printk's uptime, timer ticks, the tick rate.
@NullMarked
package dev.unhang.model.unit;

import org.jspecify.annotations.NullMarked;
