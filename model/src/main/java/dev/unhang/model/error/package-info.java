/// What went wrong: what was tried, where, why not, and how to mend it.
@NullMarked
package dev.unhang.model.error;

import org.jspecify.annotations.NullMarked;
