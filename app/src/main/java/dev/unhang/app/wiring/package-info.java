/// Which host commands work on: this machine, a disk, or a simulated host.
@NullMarked
package dev.unhang.app.wiring;

import org.jspecify.annotations.NullMarked;
