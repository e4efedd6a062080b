/// libvirt's files of guests.
@NullMarked
package dev.unhang.config.libvirt;

import org.jspecify.annotations.NullMarked;
