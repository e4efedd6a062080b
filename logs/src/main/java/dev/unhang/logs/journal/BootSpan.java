package dev.unhang.logs.journal;

import dev.unhang.model.id.BootId;
import java.time.Instant;

/// One boot that a journal knows, as `journalctl --list-boots` lists it.
///
/// @param index as `--boot` counts: 0 is the last boot, -1 the one before
/// @param first when its first entry was written, whoever wrote it
/// @param last when its last entry was written
public record BootSpan(int index, BootId id, Instant first, Instant last) {}
