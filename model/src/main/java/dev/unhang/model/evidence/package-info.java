/// Where something was read, and the four ways a reading can end.
@NullMarked
package dev.unhang.model.evidence;

import org.jspecify.annotations.NullMarked;
