/// The NICs of a host and the machine they are in: one source of facts a file, asked of a live
/// host, a report or a simulated one alike.
@NullMarked
package dev.unhang.hosts.survey;

import org.jspecify.annotations.NullMarked;
