/// What would be done, mildest first.
@NullMarked
package dev.unhang.repair.plan;

import org.jspecify.annotations.NullMarked;
