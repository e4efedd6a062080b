/// The machine the lab runs on: its commands, its packages, the processes the lab has started.
@NullMarked
package dev.unhang.lab.host;

import org.jspecify.annotations.NullMarked;
