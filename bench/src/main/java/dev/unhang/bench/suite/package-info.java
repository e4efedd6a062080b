/// The benches, one a file.
@NullMarked
package dev.unhang.bench.suite;

import org.jspecify.annotations.NullMarked;
