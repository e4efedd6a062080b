/// Tables that were built in: what is known of drivers, chips and kernels, a line a row.
@NullMarked
package dev.unhang.model.table;

import org.jspecify.annotations.NullMarked;
