/// A record of a kernel log: what one write of the kernel left behind, with its borders.
@NullMarked
package dev.unhang.logs.record;

import org.jspecify.annotations.NullMarked;
