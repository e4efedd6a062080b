/// Hosts side by side: which hang, and what separates them from those that do not. Start reading at
/// [dev.unhang.findings.compare.Comparison].
@NullMarked
package dev.unhang.findings.compare;

import org.jspecify.annotations.NullMarked;
