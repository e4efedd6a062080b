package dev.unhang.logs.message;

import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Names that drivers of network interfaces bear in messages: network-drivers.tsv. Messages of a
/// driver that isn't listed are read where they name an interface, too.
public final class Drivers {
  private static final int COLUMNS = 4;
  private static final String WIRED = "wired";
  private static final String PCI = "pci";

  private record Driver(boolean wired, boolean pci) {}

  private static final Map<String, Driver> LISTED = new TreeMap<>();

  static {
    for (List<String> row : Table.read(Drivers.class, "network-drivers.tsv", COLUMNS).rows()) {
      LISTED.put(row.getFirst(), new Driver(row.get(1).equals(WIRED), row.get(2).equals(PCI)));
    }
  }

  private Drivers() {}

  /// Those of wired NICs on PCI, in order.
  static Stream<String> onPci() {
    return LISTED.entrySet().stream()
        .filter(entry -> entry.getValue().wired() && entry.getValue().pci())
        .map(Map.Entry::getKey);
  }

  /// Whether it drives wired NICs.
  public static boolean isKnown(String name) {
    Driver driver = LISTED.get(name);
    return driver != null && driver.wired();
  }

  /// Whether it is known to drive something else that has interfaces: radios, CAN buses.
  static boolean isOther(String name) {
    Driver driver = LISTED.get(name);
    return driver != null && !driver.wired();
  }
}
