/// One rule a file, each a sentence about the world.
@NullMarked
package dev.unhang.diagnose.rule;

import org.jspecify.annotations.NullMarked;
