package dev.unhang.model.log;

import dev.unhang.model.id.PciAddress;
import java.util.Optional;

/// A NIC as a log line names it. Each part is empty where the line does not say.
///
/// @param interfaceName as printed: names in logs may be cut or masked, so it is text. It is the
///   name at print time: `eth0` before udev renames it
public record LoggedNic(
    Optional<String> driver, Optional<PciAddress> pci, Optional<String> interfaceName) {
  /// A line that names no NIC.
  public static final LoggedNic UNNAMED =
      new LoggedNic(Optional.empty(), Optional.empty(), Optional.empty());

  /// Whether its line names it; a driver alone may drive several.
  public boolean isNamed() {
    return pci.isPresent() || interfaceName.isPresent();
  }

  /// Interface, driver and address as far as they are known, for a person.
  public String described() {
    String name = interfaceName.orElse("a NIC the log doesn't name");
    if (driver.isEmpty() && pci.isEmpty()) {
      return name;
    }
    String inner =
        driver.isPresent() && pci.isPresent()
            ? driver.get() + ", " + pci.get()
            : driver.orElseGet(() -> pci.orElseThrow().value());
    return name + " (" + inner + ")";
  }
}
