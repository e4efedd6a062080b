/// Kernel logs in all their shapes, taken apart into records.
@NullMarked
package dev.unhang.diagnose.log;

import org.jspecify.annotations.NullMarked;
