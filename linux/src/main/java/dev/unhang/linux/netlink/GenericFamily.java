package dev.unhang.linux.netlink;

import java.util.ArrayList;
import java.util.List;

/// A family of generic netlink: its number differs from boot to boot, its name doesn't.
///
/// @param name `ethtool`
/// @param id the message type its requests and answers bear
///
///   Kernel: net/netlink/genetlink.c, ctrl_getfamily() (v6.1)
public record GenericFamily(String name, int id) {
  /// `GENL_ID_CTRL`, the one family with a fixed number.
  static final GenericFamily CONTROL = new GenericFamily("nlctrl", 0x10);

  /// `struct genlmsghdr { __u8 cmd; __u8 version; __u16 reserved; };`
  static final int HEADER_BYTES = 4;

  /// `CTRL_CMD_GETFAMILY`.
  static final int GET_FAMILY = 3;

  /// `CTRL_ATTR_FAMILY_ID`.
  static final int FAMILY_ID = 1;

  /// `CTRL_ATTR_FAMILY_NAME`.
  static final int FAMILY_NAME = 2;

  /// The families met here are all at their first version.
  private static final byte VERSION = 1;

  /// Finds a family by its name. A kernel without it answers ENOENT.
  public static GenericFamily named(String name, Exchange exchange) throws KernelFailure {
    AttributeWriter body = new AttributeWriter().text(FAMILY_NAME, name);
    for (AttributeReader answer : CONTROL.ask(exchange, "CTRL_CMD_GETFAMILY", GET_FAMILY, body)) {
      return new GenericFamily(name, answer.need(FAMILY_ID, "CTRL_ATTR_FAMILY_ID").u16());
    }
    throw new BrokenAnswer("the kernel acknowledges the family " + name + " and does not name it");
  }

  /// Asks one of the family's commands.
  ///
  /// @param title the command's C name, for errors
  /// @return the attributes of each message of the answer
  public List<AttributeReader> ask(
      Exchange exchange, String title, int command, AttributeWriter body) throws KernelFailure {
    byte[] attributes = body.bytes();
    byte[] payload = new byte[HEADER_BYTES + attributes.length];
    payload[0] = (byte) command;
    payload[1] = VERSION;
    System.arraycopy(attributes, 0, payload, HEADER_BYTES, attributes.length);
    List<AttributeReader> answers = new ArrayList<>();
    for (Message message : exchange.ask(title, id, 0, payload)) {
      answers.add(read(title, message));
    }
    return answers;
  }

  private AttributeReader read(String title, Message message) throws BrokenAnswer {
    byte[] payload = message.payload();
    if (message.type() != id || payload.length < HEADER_BYTES) {
      throw new BrokenAnswer(
          "the answer to "
              + title
              + " is a message of type "
              + message.type()
              + " with "
              + payload.length
              + " bytes");
    }
    return AttributeReader.of(payload, HEADER_BYTES);
  }
}
