package dev.unhang.fleet.inventory;

import dev.unhang.model.error.Malformed;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;

/// A place in an inventory.
///
/// @param line counted from 1
/// @param column of its first character, counted from 1
record Spot(Origin origin, int line, int column) {
  /// What is wrong there.
  Malformed wrong(String why, String hint) {
    return new Malformed(origin.name(), line, "column " + column + ": " + why, hint);
  }

  /// What there is said that is not used.
  Trouble trouble(String what) {
    return new Trouble(new Place.Line(origin, line), what);
  }
}
