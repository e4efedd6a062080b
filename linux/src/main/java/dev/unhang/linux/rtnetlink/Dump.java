package dev.unhang.linux.rtnetlink;

import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.Exchange;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.Message;
import java.util.ArrayList;
import java.util.List;

/// Asks for all of a kind. Needs no privilege.
///
/// Man: rtnetlink(7)
final class Dump {
  private Dump() {}

  /// @param title the command's C name, for errors
  /// @param command of the request
  /// @param answer the type each message of the answer bears
  /// @param headerBytes length of the struct before the attributes; all zero it asks for all
  /// @return the messages' payloads, each at least that struct
  static List<byte[]> ask(Datagrams wire, String title, int command, int answer, int headerBytes)
      throws KernelFailure {
    List<byte[]> payloads = new ArrayList<>();
    Exchange exchange = new Exchange(wire);
    for (Message message : exchange.ask(title, command, Message.DUMP, new byte[headerBytes])) {
      byte[] payload = message.payload();
      if (message.type() != answer || payload.length < headerBytes) {
        throw new BrokenAnswer(
            "the answer to "
                + title
                + " holds a message of type "
                + message.type()
                + " with "
                + payload.length
                + " bytes");
      }
      payloads.add(payload);
    }
    return payloads;
  }
}
