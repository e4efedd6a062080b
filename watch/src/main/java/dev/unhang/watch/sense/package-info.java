/// How the watch sees that a NIC hangs: the kernel's records, counters that stand still, and what
/// the device shows now.
@NullMarked
package dev.unhang.watch.sense;

import org.jspecify.annotations.NullMarked;
