package dev.unhang.bench.measure;

import java.nio.file.Path;
import java.time.Duration;

/// One process that has ended.
///
/// @param exit its exit status
/// @param wall from before its start until it was seen to have ended
/// @param peakBytes the most memory it held (RSS); 0 if nobody could tell
/// @param output what it printed
/// @param errors what it printed on standard error
public record Run(int exit, Duration wall, long peakBytes, Path output, Path errors) {}
