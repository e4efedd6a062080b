/// What all findings come to: one verdict on a host. Start reading at [Verdicts].
@NullMarked
package dev.unhang.findings.verdict;

import org.jspecify.annotations.NullMarked;
