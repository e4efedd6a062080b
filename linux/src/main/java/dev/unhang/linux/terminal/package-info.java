/// The terminal a person sits at.
@NullMarked
package dev.unhang.linux.terminal;

import org.jspecify.annotations.NullMarked;
