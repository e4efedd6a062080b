/// What was measured after a change, and what would have disproved it.
@NullMarked
package dev.unhang.model.proof;

import org.jspecify.annotations.NullMarked;
