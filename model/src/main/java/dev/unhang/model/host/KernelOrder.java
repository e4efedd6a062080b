package dev.unhang.model.host;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;

/// A change asked of the running kernel.
public sealed interface KernelOrder {
  /// What is asked, for a person: `turn off tso`.
  String what();

  /// Of which device: an interface's name, or a PCI address.
  String where();

  /// An order about an interface.
  sealed interface OfInterface extends KernelOrder {
    /// Its name now.
    InterfaceName nic();

    @Override
    default String where() {
      return nic().value();
    }
  }

  /// Switches feature bits, all to one value, in one request.
  ///
  /// @param features kernel names
  ///
  ///   Kernel: net/ethtool/features.c, ethnl_set_features() (v6.1)
  record SetFeatures(InterfaceName nic, List<String> features, boolean on) implements OfInterface {
    public SetFeatures {
      features = List.copyOf(features);
    }

    @Override
    public String what() {
      return "turn " + (on ? "on " : "off ") + String.join(", ", features);
    }
  }

  /// Gives a NIC a value. Groups of offloads are switched by [SetFeatures].
  record Tune(InterfaceName nic, Tuning tuning) implements OfInterface {
    @Override
    public String what() {
      return "set " + tuning.subject() + " to " + tuning.value();
    }
  }

  /// Negotiates the link anew. An e1000e resets its adapter for it.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_nway_reset() (v6.1)
  record RestartNegotiation(InterfaceName nic) implements OfInterface {
    @Override
    public String what() {
      return "restart the negotiation";
    }
  }

  /// Sets the interface up or down.
  ///
  /// Kernel: net/core/dev.c, dev_change_flags() (v6.1)
  record SetUp(InterfaceName nic, boolean up) implements OfInterface {
    @Override
    public String what() {
      return up ? "set up" : "set down";
    }
  }

  /// Makes it a port of a bridge or a bond, or of nothing.
  ///
  /// Kernel: net/core/rtnetlink.c, do_set_master() (v6.1)
  record SetMaster(InterfaceName nic, Optional<InterfaceName> master) implements OfInterface {
    @Override
    public String what() {
      return master.map(name -> "make a port of " + name).orElse("take out of its bridge or bond");
    }
  }

  /// Sets the longest packet it carries.
  ///
  /// @param bytes without the Ethernet header
  record SetMtu(InterfaceName nic, int bytes) implements OfInterface {
    @Override
    public String what() {
      return "set the MTU to " + bytes;
    }
  }

  /// Binds a PCI function to a driver, or unbinds it: its interface is destroyed.
  ///
  /// Kernel: drivers/base/bus.c, bind_store(), unbind_store() (v6.1)
  record Bind(PciAddress device, String driver, boolean bound) implements KernelOrder {
    public Bind {
      if (!driver.matches("[A-Za-z0-9_-]{1,64}")) {
        throw new IllegalArgumentException("not a driver's name: " + driver);
      }
    }

    @Override
    public String what() {
      return bound ? "bind to " + driver : "unbind from " + driver;
    }

    @Override
    public String where() {
      return device.value();
    }
  }

  /// Takes a PCI function out of the kernel's list, as if it had been pulled.
  ///
  /// Kernel: drivers/pci/pci-sysfs.c, remove_store() (v6.1)
  record RemoveFunction(PciAddress device) implements KernelOrder {
    @Override
    public String what() {
      return "remove from the bus";
    }

    @Override
    public String where() {
      return device.value();
    }
  }

  /// Looks for PCI functions that the kernel does not know.
  ///
  /// Kernel: drivers/pci/pci-sysfs.c, rescan_store() (v6.1)
  record RescanBus() implements KernelOrder {
    @Override
    public String what() {
      return "look for devices";
    }

    @Override
    public String where() {
      return "the PCI bus";
    }
  }
}
