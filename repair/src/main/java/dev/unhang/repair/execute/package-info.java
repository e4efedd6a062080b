/// The one place where a host is changed.
@NullMarked
package dev.unhang.repair.execute;

import org.jspecify.annotations.NullMarked;
