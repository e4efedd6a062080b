package dev.unhang.model.net;

/// A number that a driver can be told.
///
/// @param name ethtool's, `rx-usecs`
/// @param value in the unit that the name says; switches are 0 and 1
public record Parameter(String name, long value) {}
