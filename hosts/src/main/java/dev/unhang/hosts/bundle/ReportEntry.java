package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Content;

/// A file of a report.
///
/// @param name below the report's folder
public record ReportEntry(String name, Content content) {}
