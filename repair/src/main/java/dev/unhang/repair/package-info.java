/// Findings to plan to change to proof. Start reading at [Repair]. Acts only through the ports.
@NullMarked
package dev.unhang.repair;

import org.jspecify.annotations.NullMarked;
