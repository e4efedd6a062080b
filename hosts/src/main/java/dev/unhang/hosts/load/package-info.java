/// Throughput that a host recorded: round robin databases of Proxmox VE, files of sysstat.
@NullMarked
package dev.unhang.hosts.load;

import org.jspecify.annotations.NullMarked;
