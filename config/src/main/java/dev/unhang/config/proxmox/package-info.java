/// Proxmox VE's files of guests.
@NullMarked
package dev.unhang.config.proxmox;

import org.jspecify.annotations.NullMarked;
