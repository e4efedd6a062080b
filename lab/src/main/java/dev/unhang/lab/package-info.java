/// The lab: a real Debian guest whose real `e1000e` driver really hangs, on demand, and scenarios
/// that play on it.
///
/// Start reading at [dev.unhang.lab.Main], then one scenario.
@NullMarked
package dev.unhang.lab;

import org.jspecify.annotations.NullMarked;
