/// What may refuse a step: one reason a file. A guard changes nothing, and says what would override
/// it.
@NullMarked
package dev.unhang.repair.guard;

import org.jspecify.annotations.NullMarked;
