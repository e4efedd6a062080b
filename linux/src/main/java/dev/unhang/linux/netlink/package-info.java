/// Talking to the kernel in messages and attributes, every length checked.
@NullMarked
package dev.unhang.linux.netlink;

import org.jspecify.annotations.NullMarked;
