/// Evidence to facts to findings. Start reading at [Diagnosis]. Pure: no clock, thread or file.
@NullMarked
package dev.unhang.diagnose;

import org.jspecify.annotations.NullMarked;
