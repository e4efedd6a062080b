/// Evidence to the facts of a host. Start reading at [HostReading].
@NullMarked
package dev.unhang.hosts;

import org.jspecify.annotations.NullMarked;
