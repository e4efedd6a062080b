/// What kernel messages mean: one family a file.
@NullMarked
package dev.unhang.diagnose.message;

import org.jspecify.annotations.NullMarked;
