/// Compressed bytes, told by how they begin, as the bytes they were made of: streaming and bounded.
@NullMarked
package dev.unhang.logs.unpack;

import org.jspecify.annotations.NullMarked;
