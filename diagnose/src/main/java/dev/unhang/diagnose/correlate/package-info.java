/// Hangs against throughput: is load the common denominator? Start reading at
/// [dev.unhang.diagnose.correlate.Correlation].
@NullMarked
package dev.unhang.diagnose.correlate;

import org.jspecify.annotations.NullMarked;
