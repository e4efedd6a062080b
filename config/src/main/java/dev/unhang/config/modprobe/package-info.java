/// Options that kernel modules are loaded with.
@NullMarked
package dev.unhang.config.modprobe;

import org.jspecify.annotations.NullMarked;
