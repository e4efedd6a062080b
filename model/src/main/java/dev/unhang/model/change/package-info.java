/// What was done, byte for byte and switch for switch, with its undo.
@NullMarked
package dev.unhang.model.change;

import org.jspecify.annotations.NullMarked;
