/// Hosts that were saved: sosreports, archives, folders, disks. They answer as a live host does.
@NullMarked
package dev.unhang.hosts.saved;

import org.jspecify.annotations.NullMarked;
