/// What went wrong: what was tried, where, why not, and what to try.
@NullMarked
package dev.unhang.model.error;

import org.jspecify.annotations.NullMarked;
