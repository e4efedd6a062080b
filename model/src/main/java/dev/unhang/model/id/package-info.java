/// Names as the kernel spells them, our own stable ids, and quantities that must not be mixed up:
/// uptime, timer ticks, the tick rate.
@NullMarked
package dev.unhang.model.id;

import org.jspecify.annotations.NullMarked;
