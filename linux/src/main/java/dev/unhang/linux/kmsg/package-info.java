/// The kernel's log, record by record, as the kernel hands it out.
@NullMarked
package dev.unhang.linux.kmsg;

import org.jspecify.annotations.NullMarked;
