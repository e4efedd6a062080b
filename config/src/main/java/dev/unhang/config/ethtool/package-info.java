/// Command lines that call ethtool, wherever configuration holds them.
@NullMarked
package dev.unhang.config.ethtool;

import org.jspecify.annotations.NullMarked;
