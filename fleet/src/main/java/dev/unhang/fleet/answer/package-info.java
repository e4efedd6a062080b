/// What is asked of a host of a fleet, and what it answered: one script for any POSIX shell, and
/// the reader of what it prints.
@NullMarked
package dev.unhang.fleet.answer;

import org.jspecify.annotations.NullMarked;
