package dev.unhang.model.net;

/// Something the kernel or the driver counts.
///
/// @param name the kernel's, `tx_packets`
/// @param value unsigned; read it with `Long.toUnsignedString`
public record Counter(String name, long value) {}
