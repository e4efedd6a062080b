/// Running commands and saying how long they took, what memory they held and how they ended.
@NullMarked
package dev.unhang.bench.measure;

import org.jspecify.annotations.NullMarked;
