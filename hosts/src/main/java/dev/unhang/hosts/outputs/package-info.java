/// What programs printed, read back: ethtool, ip, lspci and others, pasted or saved, and what
/// unhang itself printed.
@NullMarked
package dev.unhang.hosts.outputs;

import org.jspecify.annotations.NullMarked;
