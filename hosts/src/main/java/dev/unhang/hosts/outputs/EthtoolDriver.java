package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.DriverInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `ethtool -i IF`.
///
/// Man: ethtool(8), "-i --driver"
public final class EthtoolDriver {
  private static final Set<String> LABELS =
      Set.of(
          "driver",
          "version",
          "firmware-version",
          "expansion-rom-version",
          "bus-info",
          "supports-statistics",
          "supports-test",
          "supports-eeprom-access",
          "supports-register-dump",
          "supports-priv-flags");

  private EthtoolDriver() {}

  /// The driver. What the driver leaves empty is empty.
  public static Reading<DriverInfo> read(PastedText text) {
    Notes notes = new Notes(text);
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < text.lines().size(); i++) {
      Optional<Labelled> parts = Labelled.of(text.lines().get(i));
      if (parts.isPresent() && LABELS.contains(parts.get().label())) {
        values.putIfAbsent(parts.get().label(), parts.get().value());
      } else {
        notes.stray(i);
      }
    }
    String driver = values.getOrDefault("driver", "");
    if (driver.isEmpty()) {
      return notes.nothing("a driver");
    }
    for (String label : List.of("version", "firmware-version", "bus-info")) {
      if (!values.containsKey(label)) {
        notes.trouble(0, "a line is missing: " + label);
      }
    }
    return notes.reading(
        new DriverInfo(
            driver,
            values.getOrDefault("version", ""),
            values.getOrDefault("firmware-version", ""),
            values.getOrDefault("bus-info", "")));
  }
}
