package dev.unhang.config.interfaces;

/// An option of a stanza, on one line or on several joined by backslashes.
///
/// @param name `post-up`, `bridge-ports`
/// @param value the rest, joined and stripped; may be empty
/// @param firstLine index of its first raw line
/// @param lastLine index of its last raw line
public record Option(String name, String value, int firstLine, int lastLine) {}
