/// The program: the only code that prints, exits and reads the wall clock.
@NullMarked
package dev.unhang.app;

import org.jspecify.annotations.NullMarked;
