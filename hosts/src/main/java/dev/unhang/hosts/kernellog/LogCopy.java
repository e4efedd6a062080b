package dev.unhang.hosts.kernellog;

/// A kernel log as it was, for others to read.
///
/// @param name what it is a copy of, as the name of a file
/// @param text unpacked; the last part of a long one
/// @param leftOut bytes before it that were too much
public record LogCopy(String name, PackedText text, long leftOut) {}
