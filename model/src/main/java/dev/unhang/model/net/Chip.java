package dev.unhang.model.net;

import java.util.Optional;

/// What is known of a kind of network chip by its PCI id alone.
///
/// @param family chips that behave alike: `82579`, `I217`, `I219 (5)` with its generation
/// @param mac what e1000e calls the family, and tells its workarounds by: `pch_spt`; empty for
///   chips of other drivers
/// @param inChipset whether it is a function of the chipset: it then has no PCIe link, so that ASPM
///   is no matter there
public record Chip(String family, Optional<String> mac, boolean inChipset) {}
