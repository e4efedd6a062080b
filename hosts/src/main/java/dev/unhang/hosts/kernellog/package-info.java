/// The kernel logs of a host, wherever it keeps them, joined to what they tell.
@NullMarked
package dev.unhang.hosts.kernellog;

import org.jspecify.annotations.NullMarked;
