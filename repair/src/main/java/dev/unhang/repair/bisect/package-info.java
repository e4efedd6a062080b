/// Which least set of settings stops a hang, by tests that prove nothing alone. Pure: an answer
/// takes a state to the next one, which tells the next question. Start reading at
/// [dev.unhang.repair.bisect.Bisect]; the model is in docs/statistics.md.
@NullMarked
package dev.unhang.repair.bisect;

import org.jspecify.annotations.NullMarked;
