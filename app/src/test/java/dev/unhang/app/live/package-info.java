/// The running kernel's log, read as `scan --follow` reads it. Each test says why, where it can't
/// run.
@NullMarked
package dev.unhang.app.live;

import org.jspecify.annotations.NullMarked;
