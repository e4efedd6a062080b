/// The machine itself: QEMU's command line, its monitor, its power.
@NullMarked
package dev.unhang.lab.qemu;

import org.jspecify.annotations.NullMarked;
