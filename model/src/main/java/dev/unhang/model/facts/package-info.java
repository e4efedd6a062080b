/// All that is known of a host, as rules see it.
@NullMarked
package dev.unhang.model.facts;

import org.jspecify.annotations.NullMarked;
