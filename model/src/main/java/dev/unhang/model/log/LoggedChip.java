package dev.unhang.model.log;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.PciId;
import java.util.Optional;

/// What a log tells of the chip of a network controller, as the kernel finds it.
///
/// @param id empty where only its driver spoke of it
/// @param macType the number that e1000e gives its families of chips, in the order of its own list;
///   empty for other drivers, and where the id is told
public record LoggedChip(
    PciAddress address, Optional<PciId> id, Optional<Integer> macType, Place place, String text) {}
