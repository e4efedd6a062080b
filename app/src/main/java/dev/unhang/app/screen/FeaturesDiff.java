package dev.unhang.app.screen;

import dev.unhang.model.net.Offloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What differs between saved offloads and present ones, line by line as `ethtool -k` prints them,
/// lines of groups included.
public final class FeaturesDiff {
  private final List<String> changes = new ArrayList<>();
  private int notCompared;

  /// @param before as saved; may be a part only, as `grep` leaves one
  public FeaturesDiff(Offloads before, Offloads now) {
    Map<String, String> was = new FeaturesText("", before).byName();
    Map<String, String> is = new FeaturesText("", now).byName();
    // A kernel has some features more or less than another; where most are missing, the text was
    // cut.
    boolean isPart = was.size() * 2 < is.size();
    is.forEach((name, value) -> {
      String old = was.get(name);
      if (old == null && isPart) {
        notCompared++;
      } else if (!value.equals(old)) {
        changes.add(name + ": " + (old == null ? "not there" : old) + " -> " + value);
      }
    });
    was.forEach((name, value) -> {
      if (!is.containsKey(name)) {
        changes.add(name + ": " + value + " -> not there");
      }
    });
  }

  /// One line each, `name: before -> now`.
  public List<String> changes() {
    return List.copyOf(changes);
  }

  /// How many present features the saved part does not list.
  public int notCompared() {
    return notCompared;
  }
}
