/// How things stand: what the watch sees of each NIC now, and what it counted since it started.
@NullMarked
package dev.unhang.watch.standing;

import org.jspecify.annotations.NullMarked;
