package dev.unhang.model.plan;

import dev.unhang.model.id.StepId;
import java.time.Duration;
import java.util.List;

/// The steps that reset a NIC, mildest first: what is told of them, in advice and before they are
/// done. `docs/steps` has a page of each.
///
/// Left out: `reset` of the function by sysfs, since these drivers are not told of it and their NIC
/// is dead afterwards; reloading the module, which takes every port of the driver.
// Records alone, whose types the checker does not know for such.
@SuppressWarnings("ImmutableEnumChecker")
public enum ResetStep {
  /// Negotiates the link anew, for which some drivers reset their adapter ([NegotiationReset]).
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_nway_reset() (v6.1)
  RESTART_NEGOTIATION(
      "restart-negotiation",
      "renegotiate the link; the driver resets the adapter for it",
      new Risk.LinkBlip(Duration.ofSeconds(4)),
      Duration.ofSeconds(8),
      false),

  /// Sets the interface down and up: new rings, new interrupt.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000e_close(), e1000e_open() (v6.1)
  BOUNCE_LINK(
      "bounce-link",
      "set the interface down and up",
      new Risk.LinkBlip(Duration.ofSeconds(6)),
      Duration.ofSeconds(8),
      false),

  /// Unbinds the driver and binds it again: it asks for the bus again, which no reset of the
  /// adapter does.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe() calls pci_set_master()
  /// (v6.1)
  REBIND_DRIVER(
      "rebind-driver",
      "unbind the driver and bind it again",
      new Risk.GuestsLoseNetwork(Duration.ofSeconds(10)),
      Duration.ofSeconds(12),
      true),

  /// Takes the device out of the kernel's list and looks for it again.
  ///
  /// Kernel: drivers/pci/pci-sysfs.c, remove_store(), rescan_store() (v6.1)
  RESCAN_BUS(
      "rescan-bus",
      "remove the device from the bus and look for it again",
      new Risk.GuestsLoseNetwork(Duration.ofSeconds(15)),
      Duration.ofSeconds(12),
      true);

  private final StepId id;
  private final String title;
  private final Risk risk;
  private final Duration patience;
  private final boolean destroysInterface;

  ResetStep(String id, String title, Risk risk, Duration patience, boolean destroysInterface) {
    this.id = new StepId(id);
    this.title = title;
    this.risk = risk;
    this.patience = patience;
    this.destroysInterface = destroysInterface;
  }

  /// `docs/steps` has a page of that name.
  public StepId id() {
    return id;
  }

  /// What it does, in words.
  public String title() {
    return title;
  }

  /// What it may cost.
  public Risk risk() {
    return risk;
  }

  /// How long it may take until the NIC sends again: the link has to be negotiated.
  public Duration patience() {
    return patience;
  }

  /// Whether everything that sits on the interface has to be restored.
  public boolean destroysInterface() {
    return destroysInterface;
  }

  /// The plain commands that do the same.
  ///
  /// @param nic the interface, as it is typed
  /// @param device its PCI function: `0000:00:1f.6`
  public List<String> commands(String nic, String device, String driver) {
    String bound = "/sys/bus/pci/drivers/" + driver;
    return switch (this) {
      case RESTART_NEGOTIATION -> List.of("ethtool -r " + nic);
      case BOUNCE_LINK ->
          List.of("ip link set dev " + nic + " down", "ip link set dev " + nic + " up");
      case REBIND_DRIVER ->
          List.of(
              "echo " + device + " > " + bound + "/unbind",
              "echo " + device + " > " + bound + "/bind");
      case RESCAN_BUS ->
          List.of(
              "echo 1 > /sys/bus/pci/devices/" + device + "/remove",
              "echo 1 > /sys/bus/pci/rescan");
    };
  }
}
