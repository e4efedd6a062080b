/// NetworkManager's profiles: what they set on a NIC.
@NullMarked
package dev.unhang.config.networkmanager;

import org.jspecify.annotations.NullMarked;
