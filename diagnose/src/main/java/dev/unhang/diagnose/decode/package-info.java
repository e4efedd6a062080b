/// The fields of a hang report in words.
@NullMarked
package dev.unhang.diagnose.decode;

import org.jspecify.annotations.NullMarked;
