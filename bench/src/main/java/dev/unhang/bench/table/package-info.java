/// What was measured, its goal, and the page that keeps it.
@NullMarked
package dev.unhang.bench.table;

import org.jspecify.annotations.NullMarked;
