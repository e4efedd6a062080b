/// What sets a NIC at boot, a keeper of settings a file: which of its lines switch offloads, and
/// which program runs them.
@NullMarked
package dev.unhang.config.boot;

import org.jspecify.annotations.NullMarked;
