package dev.unhang.hosts.outputs;

/// A register of a NIC, as a dump shows it.
///
/// @param name the driver's or ethtool's: `TDH`
/// @param offset in the NIC's memory, as printed
/// @param value 32 bits
public record RegisterWord(String name, long offset, long value) {}
