package dev.unhang.model.setting;

import java.util.Optional;

/// A line of configuration that switches offloads of an interface by a name that is not this NIC's.
///
/// @param named the interface it names
/// @param isGone whether it is known that the host has no such interface
/// @param owner the interface whose stanza it stands in; empty outside interfaces(5)
public record StraySetting(String named, boolean isGone, Optional<String> owner, Setting setting) {}
