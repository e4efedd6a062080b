package dev.unhang.model.facts;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.Chip;

/// A chip that is known by a line of a log.
public record ToldChip(PciAddress address, Chip chip, Place place, String text) {}
