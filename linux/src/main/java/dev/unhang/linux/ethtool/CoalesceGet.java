package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Parameter;
import java.util.ArrayList;
import java.util.List;

/// How interrupts are held back. Needs no privilege.
///
/// Kernel: net/ethtool/coalesce.c, coalesce_fill_reply() (v6.1)
public final class CoalesceGet {
  /// `ETHTOOL_MSG_COALESCE_GET`.
  static final int COMMAND = 19;

  /// `ETHTOOL_A_COALESCE_RX_USECS`, the attribute of the first name below.
  static final int FIRST = 2;

  /// In the order of the attributes' numbers.
  ///
  /// Man: ethtool(8), "-C --coalesce"
  private static final List<String> NAMES = Parameter.COALESCING;

  private CoalesceGet() {}

  /// The number of a parameter's attribute.
  static int attribute(String name) {
    int at = NAMES.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("not a parameter of -C: " + name);
    }
    return FIRST + at;
  }

  /// Whether it is on or off, and its attribute a byte.
  static boolean isSwitch(String name) {
    return name.startsWith("adaptive-") || name.startsWith("cqe-mode-");
  }

  /// Asks. The kernel leaves out the parameters a driver doesn't have; those of newer kernels that
  /// have no name here are passed over.
  public static List<Parameter> ask(EthtoolFamily family, InterfaceName nic) throws KernelFailure {
    AttributeReader answer =
        family.ask("ETHTOOL_MSG_COALESCE_GET", COMMAND, EthtoolFamily.about(nic));
    List<Parameter> parameters = new ArrayList<>();
    for (Attribute one : answer.all()) {
      int at = one.type() - FIRST;
      if (at >= 0 && at < NAMES.size()) {
        long value = one.size() == Byte.BYTES ? one.u8() : one.unsigned32();
        parameters.add(new Parameter(NAMES.get(at), value));
      }
    }
    return parameters;
  }
}
