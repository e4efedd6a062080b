/// How often something hangs, and how sure that is. Start reading at
/// [dev.unhang.findings.rate.Rate].
@NullMarked
package dev.unhang.findings.rate;

import org.jspecify.annotations.NullMarked;
