/// Bytes of kernel logs to events and episodes. Start reading at [HangReader]. Pure: no clock,
/// thread or file.
@NullMarked
package dev.unhang.logs;

import org.jspecify.annotations.NullMarked;
