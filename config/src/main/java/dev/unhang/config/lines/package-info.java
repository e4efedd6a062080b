/// Text of any kind as lines of bytes: what is not edited comes back byte for byte.
@NullMarked
package dev.unhang.config.lines;

import org.jspecify.annotations.NullMarked;
