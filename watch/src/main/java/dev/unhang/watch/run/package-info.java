/// Runs the watch: events are queued, orders carried out by whoever lends a thread.
@NullMarked
package dev.unhang.watch.run;

import org.jspecify.annotations.NullMarked;
