/// systemd's link files: which one is in force for a NIC, and what it sets.
@NullMarked
package dev.unhang.config.networkd;

import org.jspecify.annotations.NullMarked;
