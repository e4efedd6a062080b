package dev.unhang.hosts.bundle;

import dev.unhang.hosts.kernellog.PackedText;

/// A file of a report.
///
/// @param name below the report's folder
public record ReportEntry(String name, PackedText content) {}
