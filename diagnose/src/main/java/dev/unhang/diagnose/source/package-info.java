/// One source of facts a file, asked of a live host, a report or a simulated one alike.
@NullMarked
package dev.unhang.diagnose.source;

import org.jspecify.annotations.NullMarked;
