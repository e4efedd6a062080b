package dev.unhang.sim;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The simulated NIC's interface: whether it is there, up, and in its bridge.
///
/// Kernel: net/core/dev.c, unregister_netdevice_many() takes all of it away (v6.1)
final class SimPort {
  private static final int MTU = 1500;

  /// What wakes the machine after a probe, in ethtool's letters.
  private static final String NOTHING = "d";

  /// Which every port of a bridge has from the beginning.
  private static final String OWN_VLAN = "1 pvid untagged";

  private static final String NO_IPV6 = "/proc/sys/net/ipv6/conf/eno1/disable_ipv6";

  private boolean isNew = true;
  private boolean onBus = true;
  private boolean bound = true;
  private boolean up = true;
  private boolean hasLink = true;
  private boolean bridged = true;
  private SimMaster master = SimMaster.BRIDGE;
  private int mtu = MTU;
  private String wake = NOTHING;
  private final Set<String> vlans = new TreeSet<>(Set.of(OWN_VLAN));
  private final Set<String> addresses = new TreeSet<>();
  private final Set<String> routes = new TreeSet<>();

  /// Whether the interface exists.
  boolean isThere() {
    return onBus && bound;
  }

  boolean isUp() {
    return up;
  }

  boolean isBridged() {
    return bridged;
  }

  int mtu() {
    return mtu;
  }

  boolean hasLink() {
    return hasLink;
  }

  /// A reset of the adapter brings it back.
  void hasLink(boolean has) {
    hasLink = has;
  }

  void up(boolean wanted) {
    up = wanted;
    hasLink |= wanted;
    if (!wanted) {
      routes.clear();
    }
  }

  SimMaster master() {
    return master;
  }

  void master(SimMaster wanted) {
    master = wanted;
  }

  /// Makes it its master's port, or no master's.
  ///
  /// @return whether the kernel does that
  boolean bridged(boolean wanted) {
    boolean isSwitch = master.kind().equals(SimMaster.OPENVSWITCH.kind());
    if (isSwitch || wanted && up && master == SimMaster.BOND) {
      return false;
    }
    bridged = wanted;
    vlans.clear();
    if (wanted) {
      vlans.add(OWN_VLAN);
    }
    up |= wanted && master == SimMaster.BOND;
    return true;
  }

  void mtu(int wanted) {
    mtu = wanted;
  }

  /// A new interface is down, alone, and as its driver made it.
  void bound(boolean wanted) {
    bound = wanted;
    isNew = wanted;
    up = false;
    bridged = wanted && master == SimMaster.OPENVSWITCH;
    mtu = MTU;
    wake = NOTHING;
    vlans.clear();
    addresses.clear();
    routes.clear();
  }

  /// What wakes the machine, in the letters of `ethtool -s IF wol`.
  String wake() {
    return wake;
  }

  void wake(String letters) {
    wake = letters;
  }

  /// Its VLANs as `bridge vlan show` prints them.
  String vlans() {
    StringBuilder shown = new StringBuilder("port              vlan-id\n");
    String name = "eno1";
    for (String vlan : vlans) {
      String words = vlan.replace("pvid", "PVID").replace("untagged", "Egress Untagged");
      shown.append(name).append(' ').append(words).append('\n');
      name = "    ";
    }
    return shown.toString();
  }

  /// @param vlan its number, and `pvid`, `untagged` where it is that
  void addVlan(String vlan) {
    vlans.add(vlan);
  }

  /// Its own addresses, with their prefix length.
  Set<String> addresses() {
    return addresses;
  }

  void addAddress(String address) {
    addresses.add(address);
  }

  /// Its own routes as `ip route show dev eno1` prints them.
  String routes() {
    return routes.stream().map(route -> route + " \n").collect(Collectors.joining());
  }

  void addRoute(String route) {
    routes.add(route);
  }

  void onBus(boolean wanted) {
    onBus = wanted;
    bound(wanted);
  }

  /// As ifupdown leaves it at boot.
  void boot() {
    onBus(true);
    up = true;
    bridged = true;
    vlans.add(OWN_VLAN);
  }

  /// The files of sysfs that come and go with it.
  void show(SimFiles files) {
    String device = "/sys/bus/pci/devices/" + SimNic.PCI;
    String driver = "/sys/bus/pci/drivers/e1000e/" + SimNic.PCI;
    for (String link :
        Set.of("/sys/class/net/eno1/master", "/sys/class/net/vmbr0/brif/eno1", driver)) {
      files.remove(link);
    }
    files.remove(device + "/net/eno1/mtu");
    files.remove(device + "/vendor");
    if (onBus) {
      files.put(device + "/vendor", "0x8086\n");
    }
    if (isNew) {
      files.put(NO_IPV6, "0\n");
      isNew = false;
    }
    if (isThere()) {
      files.put(device + "/net/eno1/mtu", mtu + "\n");
      files.link(driver, "../../../../devices/pci0000:00/" + SimNic.PCI);
      if (bridged) {
        files.link("/sys/class/net/eno1/master", "../vmbr0");
        files.link("/sys/class/net/vmbr0/brif/eno1", "../../eno1/brport");
      }
    }
  }
}
