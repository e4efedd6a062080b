/// What the kernel still answers by ioctl only.
@NullMarked
package dev.unhang.linux.ioctl;

import org.jspecify.annotations.NullMarked;
