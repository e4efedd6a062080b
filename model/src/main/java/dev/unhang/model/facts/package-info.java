/// What was read, as immutable values with units; each knows its place in the evidence.
@NullMarked
package dev.unhang.model.facts;

import org.jspecify.annotations.NullMarked;
