/// The fields of a hang report in words.
@NullMarked
package dev.unhang.findings.decode;

import org.jspecify.annotations.NullMarked;
