/// Questions of a search, asked of a real host: switches, load, cure, undo. Start reading at
/// [dev.unhang.repair.experiment.Experiment].
@NullMarked
package dev.unhang.repair.experiment;

import org.jspecify.annotations.NullMarked;
