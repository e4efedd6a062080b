/// Evidence bundles of `unhang report`: what a host answered while it was examined, written so that
/// it answers the same again.
@NullMarked
package dev.unhang.hosts.bundle;

import org.jspecify.annotations.NullMarked;
