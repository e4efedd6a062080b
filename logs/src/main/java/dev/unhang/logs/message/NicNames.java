package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.LoggedNic;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which interface has which address, by all that network drivers say in one boot. igb reports
/// hangs by the address alone, e1000 of 2005 by the interface alone.
public final class NicNames {
  /// `igb 0000:09:00.1 enp9s0f1: `, `e1000e 0000:00:19.0: eth0: `. In `igc 0000:02:00.0: AER: `
  /// PCIe speaks, and names no interface.
  private static final Pattern BOTH =
      Pattern.compile(
          "^(?<driver>[A-Za-z0-9][\\w-]{1,31})"
              + " (?<pci>[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]):? (?!AER:"
              + " )(?<name>[^\\s:/<>()\\[\\]]{1,15})(?: \\([a-z ]{1,20}\\))?: ");

  /// `r8152 4-1:1.0 eth1: `: a port, a configuration, an interface.
  private static final Pattern ON_USB =
      Pattern.compile(
          "^(?<driver>[A-Za-z0-9][\\w-]{1,31})"
              + " (?<port>\\d{1,3}-\\d[\\d.]{0,20}):\\d{1,3}\\.\\d{1,3}"
              + " (?<name>[^\\s:/<>()\\[\\]]{1,15}): ");

  /// e1000 of 2005 names the address, then the interface it became.
  ///
  /// Kernel: drivers/net/e1000/e1000_main.c, e1000_probe() (2.6.18)
  private static final Pattern PROBED =
      Pattern.compile(
          "^e1000: (?:(?<pci>[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])|(?<name>[^\\s:]{1,15}))"
              + ": e1000_probe: ");

  /// PCI domains are numbered from 0, and no host has more than a few.
  private static final String DOMAIN_BEGINS = " 000";

  /// More than any host has; a log that names more is no kernel's.
  private static final int MAX = 1000;

  private final Map<PciAddress, String> names = new LinkedHashMap<>();
  private final Map<String, LoggedNic> ofPorts = new HashMap<>();
  private Optional<PciAddress> probed = Optional.empty();

  /// As [MessageFamily#words] has it: every PCI driver's name and the beginning of an address,
  /// since an IOMMU names NICs of any driver by the address alone.
  static List<String> words() {
    return Stream.concat(
            Stream.of("e1000_probe: "), Drivers.onPci().map(name -> name + DOMAIN_BEGINS))
        .toList();
  }

  /// Takes note of what a record names.
  public void learn(LogRecord record) {
    String line = record.lines().getFirst();
    int blank = line.indexOf(' ');
    if (!record.isKernels() || blank < 0 || names.size() == MAX) {
      return;
    }
    if (line.startsWith("e1000: ")) {
      probed(PROBED.matcher(line));
    } else if (Drivers.isKnown(line.substring(0, blank))) {
      both(BOTH.matcher(line));
      ofPort(ON_USB.matcher(line));
    }
  }

  private void ofPort(Matcher line) {
    if (line.find() && ofPorts.size() < MAX) {
      ofPorts.put(
          line.group("port"),
          new LoggedNic(
              Optional.of(line.group("driver")),
              Optional.empty(),
              Optional.of(line.group("name"))));
    }
  }

  /// The NIC in the port that a line of the USB core speaks of: `usb 4-1: …`.
  public Optional<LoggedNic> inPort(String line) {
    int colon = line.indexOf(": ");
    return line.startsWith("usb ") && colon > 0
        ? Optional.ofNullable(ofPorts.get(line.substring("usb ".length(), colon)))
        : Optional.empty();
  }

  private void both(Matcher line) {
    if (line.find() && !Drivers.isKnown(line.group("name"))) {
      PciAddress.parse(line.group("pci")).ifPresent(pci -> names.put(pci, line.group("name")));
    }
  }

  private void probed(Matcher line) {
    if (!line.find()) {
      return;
    }
    if (line.group("pci") != null) {
      probed = PciAddress.parse(line.group("pci"));
    } else {
      probed.ifPresent(pci -> names.put(pci, line.group("name")));
      probed = Optional.empty();
    }
  }

  /// The NIC with the name or address that its line left out, if the boot's log has it.
  public LoggedNic completed(LoggedNic nic) {
    if (nic.pci().isPresent() && nic.interfaceName().isEmpty()) {
      return new LoggedNic(
          nic.driver(), nic.pci(), Optional.ofNullable(names.get(nic.pci().get())));
    }
    if (nic.pci().isEmpty() && nic.interfaceName().isPresent()) {
      return new LoggedNic(nic.driver(), addressOf(nic.interfaceName().get()), nic.interfaceName());
    }
    return nic;
  }

  private Optional<PciAddress> addressOf(String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .reduce((earlier, later) -> later);
  }

  /// Whether a network driver has named this address.
  public boolean knows(LoggedNic nic) {
    return nic.pci().filter(names::containsKey).isPresent();
  }

  /// Another boot may name them otherwise.
  public void forget() {
    names.clear();
    ofPorts.clear();
  }
}
