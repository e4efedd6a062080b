/// Hosts that somebody saved: reports, archives, folders of outputs. They answer as a live host
/// does.
@NullMarked
package dev.unhang.diagnose.saved;

import org.jspecify.annotations.NullMarked;
