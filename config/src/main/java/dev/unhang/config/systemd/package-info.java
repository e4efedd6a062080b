/// Units of services: what they run, and whether systemd starts them.
@NullMarked
package dev.unhang.config.systemd;

import org.jspecify.annotations.NullMarked;
