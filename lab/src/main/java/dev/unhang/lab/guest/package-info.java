/// The inside of a running machine, over the guest agent: commands with their outcome, and its
/// kernel log.
@NullMarked
package dev.unhang.lab.guest;

import org.jspecify.annotations.NullMarked;
