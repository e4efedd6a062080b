/// Facts to findings. Start reading at [Diagnosis]. Pure, and on the model alone: a rule never
/// fetches.
@NullMarked
package dev.unhang.findings;

import org.jspecify.annotations.NullMarked;
