package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells an output by its first line.
///
/// @param kind whose first line it is
/// @param nic that it names
record FirstLine(OutputKind kind, Optional<InterfaceName> nic) {
  /// Headings that name their interface.
  private static final Map<String, OutputKind> HEADINGS =
      Map.of(
          EthtoolPause.HEADING, OutputKind.PAUSE,
          EthtoolRings.HEADING, OutputKind.RINGS,
          EthtoolCoalescing.HEADING, OutputKind.COALESCING,
          EthtoolEee.HEADING, OutputKind.EEE,
          EthtoolPrivateFlags.HEADING, OutputKind.PRIVATE_FLAGS,
          EthtoolLink.HEADING, OutputKind.LINK);

  private static final Pattern DRIVER = Pattern.compile("driver: [a-z][\\w-]{1,30}");
  private static final Pattern DMI =
      Pattern.compile(
          "# dmidecode"
              + " \\d.*|(?:/sys/(?:class|devices/virtual)/dmi/id/)?(?:sys_vendor|product_name|bios_version|bios_date):.+");

  /// Empty where no output begins so.
  static Optional<FirstLine> of(String line) {
    if (EthtoolFeatures.isHeading(line)) {
      return Optional.of(new FirstLine(OutputKind.FEATURES, EthtoolFeatures.nic(line)));
    }
    for (Map.Entry<String, OutputKind> heading : HEADINGS.entrySet()) {
      Optional<InterfaceName> nic = Headings.nic(line, heading.getKey());
      if (nic.isPresent()) {
        return Optional.of(new FirstLine(heading.getValue(), nic));
      }
    }
    return unnamed(line).map(kind -> new FirstLine(kind, Optional.empty()));
  }

  private static Optional<OutputKind> unnamed(String line) {
    String words = line.strip();
    if (words.equals(EthtoolStatistics.HEADING)) {
      return Optional.of(OutputKind.STATISTICS);
    }
    if (EthtoolRegisters.isFirst(line)) {
      return Optional.of(OutputKind.REGISTERS);
    }
    if (line.startsWith(ProcNetDev.HEADING)) {
      return Optional.of(OutputKind.PROC_NET_DEV);
    }
    if (line.startsWith("[{\"ifindex\"") || line.startsWith("[{\"link_index\"")) {
      return Optional.of(line.contains("\"cost\"") ? OutputKind.BRIDGE_LINK : OutputKind.IP_JSON);
    }
    if (line.startsWith("[{\"ifname\"") && line.contains("\"vlans\"")) {
      return Optional.of(OutputKind.BRIDGE_VLAN);
    }
    if (line.startsWith("[{\"dst\"") || line.startsWith("[{\"type\":\"unicast\"")) {
      return Optional.of(OutputKind.ROUTES);
    }
    return byForm(line);
  }

  private static Optional<OutputKind> byForm(String line) {
    if (BridgeVlans.isHeading(line)) {
      return Optional.of(OutputKind.BRIDGE_VLAN);
    }
    if (BridgeLinks.isFirst(line)) {
      return Optional.of(OutputKind.BRIDGE_LINK);
    }
    if (IpText.isFirst(line)) {
      return Optional.of(OutputKind.IP);
    }
    if (IpRoutes.isFirst(line)) {
      return Optional.of(OutputKind.ROUTES);
    }
    if (Ifconfig.isFirst(line)) {
      return Optional.of(OutputKind.IFCONFIG);
    }
    if (Lspci.isFunction(line)) {
      return Optional.of(OutputKind.LSPCI);
    }
    if (UnameLine.of(line).isPresent()) {
      return Optional.of(OutputKind.UNAME);
    }
    if (DRIVER.matcher(line).matches()) {
      return Optional.of(OutputKind.DRIVER);
    }
    if (DMI.matcher(line).matches()) {
      return Optional.of(OutputKind.DMI);
    }
    return EthtoolFeatures.isFeature(line) ? Optional.of(OutputKind.FEATURES) : Optional.empty();
  }
}
