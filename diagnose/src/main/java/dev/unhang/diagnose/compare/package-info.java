/// Hosts side by side: which hang, and what separates them from those that do not. Start reading at
/// [dev.unhang.diagnose.compare.Comparison].
@NullMarked
package dev.unhang.diagnose.compare;

import org.jspecify.annotations.NullMarked;
