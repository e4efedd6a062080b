/// The heart of the watch: what happened takes a state to the next one and says what is to be done.
/// It has no clock, no thread and no file.
@NullMarked
package dev.unhang.watch.machine;

import org.jspecify.annotations.NullMarked;
