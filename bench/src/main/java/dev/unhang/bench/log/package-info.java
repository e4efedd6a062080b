/// Logs that are made up from a seed: the same seed gives the same bytes.
@NullMarked
package dev.unhang.bench.log;

import org.jspecify.annotations.NullMarked;
