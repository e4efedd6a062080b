/// What the watch orders, carried out through the ports: nothing here decides whether.
@NullMarked
package dev.unhang.watch.order;

import org.jspecify.annotations.NullMarked;
