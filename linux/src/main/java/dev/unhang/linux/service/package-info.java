/// What a service says to systemd, and hears from it.
@NullMarked
package dev.unhang.linux.service;

import org.jspecify.annotations.NullMarked;
