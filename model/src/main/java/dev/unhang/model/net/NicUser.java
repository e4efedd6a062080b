package dev.unhang.model.net;

/// What sits on a NIC, directly or on something that does, and goes dark with it.
///
/// @param name the interface's; `guest 100` for a guest
/// @param kind `bridge`, `bond`, `vlan` …; `guest`
/// @param on what it sits on, by name
public record NicUser(String name, String kind, String on) {}
