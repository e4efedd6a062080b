/// One ethtool netlink command a file; attribute numbers stay in here.
@NullMarked
package dev.unhang.linux.ethtool;

import org.jspecify.annotations.NullMarked;
