/// A simulated host that answers the same ports as a real one, in virtual time and from a seedless,
/// repeatable script: the same orders give the same log. Everything shown of it says that it is
/// simulated.
@NullMarked
package dev.unhang.sim;

import org.jspecify.annotations.NullMarked;
