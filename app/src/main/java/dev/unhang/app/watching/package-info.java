/// The watch as a service of this host: its policy, what it writes, and its life.
@NullMarked
package dev.unhang.app.watching;

import org.jspecify.annotations.NullMarked;
