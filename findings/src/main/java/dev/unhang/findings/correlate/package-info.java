/// Hangs against throughput: is load the common denominator? Start reading at
/// [dev.unhang.findings.correlate.Correlation].
@NullMarked
package dev.unhang.findings.correlate;

import org.jspecify.annotations.NullMarked;
