/// udev's rules: which NIC one is for, and what it switches there.
@NullMarked
package dev.unhang.config.udev;

import org.jspecify.annotations.NullMarked;
