/// What kernel messages mean: one family a file.
@NullMarked
package dev.unhang.logs.message;

import org.jspecify.annotations.NullMarked;
