package dev.unhang.model.finding;

import dev.unhang.model.evidence.Place;

/// Evidence for or against a finding.
///
/// @param text the bytes themselves, as read
/// @param shows what they show, in a few words
public record Citation(Place place, String text, String shows) {}
