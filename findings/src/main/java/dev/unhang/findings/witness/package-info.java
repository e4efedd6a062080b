/// What another machine saw: who went dark at the same time, and which part that means.
@NullMarked
package dev.unhang.findings.witness;

import org.jspecify.annotations.NullMarked;
