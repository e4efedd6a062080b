/// Reading files that lie about their size, and replacing files whole.
@NullMarked
package dev.unhang.linux.file;

import org.jspecify.annotations.NullMarked;
