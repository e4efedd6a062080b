package dev.unhang.model.setting;

import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import java.util.List;

/// A value that a NIC is to have: what a person would type to ethtool, or write into sysfs.
///
/// Man: ethtool(8)
public sealed interface Tuning {
  /// What it is about, in ethtool's words: `tso`, `eee`.
  String subject();

  /// The value, as a person would type it: `off`, `512`.
  String value();

  /// The command that sets it.
  ///
  /// @param nic the interface's name, or what stands for it where the line is run: `$IFACE`
  List<String> argv(String nic);

  /// A group of offloads.
  record Offload(OffloadGroup group, boolean on) implements Tuning {
    @Override
    public String subject() {
      return group.shortName();
    }

    @Override
    public String value() {
      return word(on);
    }

    @Override
    public List<String> argv(String nic) {
      return List.of("ethtool", "-K", nic, subject(), value());
    }
  }

  /// Energy-Efficient Ethernet.
  record EnergyEfficiency(boolean on) implements Tuning {
    @Override
    public String subject() {
      return "eee";
    }

    @Override
    public String value() {
      return word(on);
    }

    @Override
    public List<String> argv(String nic) {
      return List.of("ethtool", "--set-eee", nic, "eee", value());
    }
  }

  /// Pause frames.
  record FlowControl(Pause pause) implements Tuning {
    @Override
    public String subject() {
      return "pause";
    }

    @Override
    public String value() {
      return String.join(
          " ",
          "autoneg",
          word(pause.autonegotiation()),
          "rx",
          word(pause.rx()),
          "tx",
          word(pause.tx()));
    }

    @Override
    public List<String> argv(String nic) {
      return List.of(
          "ethtool",
          "-A",
          nic,
          "autoneg",
          word(pause.autonegotiation()),
          "rx",
          word(pause.rx()),
          "tx",
          word(pause.tx()));
    }
  }

  /// The length of a ring.
  ///
  /// @param direction `rx` or `tx`
  /// @param descriptors how many it shall have; the driver rounds it
  record RingLength(String direction, int descriptors) implements Tuning {
    @Override
    public String subject() {
      return direction + "-ring";
    }

    @Override
    public String value() {
      return String.valueOf(descriptors);
    }

    @Override
    public List<String> argv(String nic) {
      return List.of("ethtool", "-G", nic, direction, value());
    }
  }

  /// How interrupts are held back.
  record Coalescing(Parameter parameter) implements Tuning {
    @Override
    public String subject() {
      return parameter.name();
    }

    @Override
    public String value() {
      return String.valueOf(parameter.value());
    }

    @Override
    public List<String> argv(String nic) {
      return List.of("ethtool", "-C", nic, subject(), value());
    }
  }

  /// A switch of the driver's own.
  record DriverFlag(PrivateFlag flag) implements Tuning {
    @Override
    public String subject() {
      return flag.name();
    }

    @Override
    public String value() {
      return word(flag.on());
    }

    @Override
    public List<String> argv(String nic) {
      return List.of("ethtool", "--set-priv-flags", nic, subject(), value());
    }
  }

  /// A power state of the PCIe link.
  ///
  /// @param device the NIC's function
  /// @param state the name of its file below `link/`: `l1_aspm`
  ///
  ///   Kernel: drivers/pci/pcie/aspm.c, aspm_attr_store_common() (v6.1)
  record Aspm(PciAddress device, String state, boolean on) implements Tuning {
    @Override
    public String subject() {
      return state;
    }

    @Override
    public String value() {
      return on ? "1" : "0";
    }

    @Override
    public List<String> argv(String nic) {
      return List.of("sh", "-c", "echo " + value() + " > " + file());
    }

    /// The file that it is written to.
    public String file() {
      return "/sys/bus/pci/devices/" + device.value() + "/link/" + state;
    }
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }
}
