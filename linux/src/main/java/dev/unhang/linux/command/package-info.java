/// Running programs by their argument vector, with an end and a bound.
@NullMarked
package dev.unhang.linux.command;

import org.jspecify.annotations.NullMarked;
