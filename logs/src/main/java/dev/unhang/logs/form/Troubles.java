package dev.unhang.logs.form;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.util.ArrayList;
import java.util.List;

/// Damage met in one log: enough of it to tell what is wrong, without repeating the file.
final class Troubles {
  private static final int MAX = 20;

  private final List<Trouble> met = new ArrayList<>();

  void add(Place place, String what) {
    if (met.size() < MAX) {
      met.add(new Trouble(place, what));
    }
  }

  List<Trouble> list() {
    return List.copyOf(met);
  }
}
