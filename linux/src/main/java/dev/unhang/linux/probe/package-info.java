/// Asking other machines for a sign of life.
@NullMarked
package dev.unhang.linux.probe;

import org.jspecify.annotations.NullMarked;
