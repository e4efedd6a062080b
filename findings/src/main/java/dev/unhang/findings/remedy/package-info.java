/// What can be done about a NIC that hangs, one remedy a file, each with its page in docs/steps.
@NullMarked
package dev.unhang.findings.remedy;

import org.jspecify.annotations.NullMarked;
