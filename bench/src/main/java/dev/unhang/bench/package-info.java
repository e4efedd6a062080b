/// The benches: whole processes of the built program against named tools, as ratios of one run.
///
/// Start reading at [dev.unhang.bench.Main], then one bench of [dev.unhang.bench.suite.Benches].
@NullMarked
package dev.unhang.bench;

import org.jspecify.annotations.NullMarked;
