/// Large logs, read only around the words that matter.
@NullMarked
package dev.unhang.logs.bulk;

import org.jspecify.annotations.NullMarked;
