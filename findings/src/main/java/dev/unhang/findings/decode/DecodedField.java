package dev.unhang.findings.decode;

/// A field of a hang report with what it says.
///
/// @param label the kernel's
/// @param printed the value as printed
/// @param words what it means; never empty
public record DecodedField(String label, String printed, String words) {}
