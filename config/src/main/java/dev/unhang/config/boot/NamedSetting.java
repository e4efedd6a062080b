package dev.unhang.config.boot;

import dev.unhang.model.setting.Setting;
import java.util.Optional;

/// A line that switches offloads of an interface, whether that is there or not.
///
/// @param named the interface it names
/// @param owner the interface whose stanza it stands in; empty outside interfaces(5)
record NamedSetting(String named, Optional<String> owner, Setting setting) {}
