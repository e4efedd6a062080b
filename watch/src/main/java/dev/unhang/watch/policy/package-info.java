/// What the watch may do on a host, and the file that says so.
@NullMarked
package dev.unhang.watch.policy;

import org.jspecify.annotations.NullMarked;
