/// Native calls, fenced in: one handle, its numbers, its errors, the memory layouts.
@NullMarked
package dev.unhang.linux.ffi;

import org.jspecify.annotations.NullMarked;
