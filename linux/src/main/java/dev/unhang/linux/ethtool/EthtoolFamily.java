package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.Exchange;
import dev.unhang.linux.netlink.GenericFamily;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import java.util.List;

/// A conversation with the kernel's `ethtool` family, which kernels have since 5.6.
///
/// Doc: Documentation/networking/ethtool-netlink.rst
public final class EthtoolFamily {
  /// Attribute 1 of every command used here: which interface, and how the answer shall look.
  static final int HEADER = 1;

  /// `ETHTOOL_A_HEADER_DEV_NAME`, in the header's nest. Alternative names are understood too.
  static final int DEVICE_NAME = 2;

  /// `ETHTOOL_GENL_NAME`.
  private static final String NAME = "ethtool";

  private final Exchange exchange;
  private final GenericFamily family;

  private EthtoolFamily(Exchange exchange, GenericFamily family) {
    this.exchange = exchange;
    this.family = family;
  }

  /// Finds the family over an open wire, which the caller closes.
  public static EthtoolFamily over(Datagrams wire) throws KernelFailure {
    Exchange exchange = new Exchange(wire);
    return new EthtoolFamily(exchange, GenericFamily.named(NAME, exchange));
  }

  /// The beginning of a request about an interface. No flags: bitsets then come verbose, with the
  /// kernel's names.
  static AttributeWriter about(InterfaceName nic) {
    return new AttributeWriter().nest(HEADER, new AttributeWriter().text(DEVICE_NAME, nic.value()));
  }

  /// Gives an order that is answered by its acknowledgement alone.
  ///
  /// @param title the command's C name
  void order(String title, int command, AttributeWriter body) throws KernelFailure {
    family.ask(exchange, title, command, body);
  }

  /// Asks a command that answers with one message.
  ///
  /// @param title the command's C name
  AttributeReader ask(String title, int command, AttributeWriter body) throws KernelFailure {
    List<AttributeReader> answers = family.ask(exchange, title, command, body);
    if (answers.size() != 1) {
      throw new BrokenAnswer(title + " was answered by " + answers.size() + " messages");
    }
    return answers.getFirst();
  }
}
