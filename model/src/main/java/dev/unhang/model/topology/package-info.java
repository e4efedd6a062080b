/// Who sits on whom: NICs, what is built on them, and the guests that reach the wire through them.
@NullMarked
package dev.unhang.model.topology;

import org.jspecify.annotations.NullMarked;
