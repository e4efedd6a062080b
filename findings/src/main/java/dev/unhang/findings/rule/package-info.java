/// One rule a file, each a sentence about the world.
@NullMarked
package dev.unhang.findings.rule;

import org.jspecify.annotations.NullMarked;
