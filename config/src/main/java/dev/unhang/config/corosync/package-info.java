/// corosync.conf(5): who a cluster's nodes are, and over which addresses they talk.
@NullMarked
package dev.unhang.config.corosync;

import org.jspecify.annotations.NullMarked;
