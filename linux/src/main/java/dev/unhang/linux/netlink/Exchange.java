package dev.unhang.linux.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks one question after the other over a wire. Every request wants an acknowledgement, so every
/// answer has an end: an error number (0 for success) or the end of a list.
///
/// Doc: Documentation/userspace-api/netlink/intro.rst
public final class Exchange {
  /// Messages in one answer. A host with 4,000 interfaces fits into a list of links.
  static final int MAX_MESSAGES = 1 << 16;

  private final Datagrams wire;
  private int sequence;

  public Exchange(Datagrams wire) {
    this.wire = wire;
  }

  /// Asks, and waits for the whole answer.
  ///
  /// @param name the request's C name, for errors
  /// @param flags beyond REQUEST and ACK
  public List<Message> ask(String name, int type, int flags, byte[] payload) throws KernelFailure {
    sequence++;
    int all = flags | Message.REQUEST | Message.ACK;
    wire.send(new Message(type, all, sequence, payload).bytes());
    List<Message> answer = new ArrayList<>();
    int seen = 0;
    boolean ended = false;
    while (!ended) {
      for (Message message : Message.readAll(wire.receive())) {
        if (++seen > MAX_MESSAGES) {
          throw new BrokenAnswer("an answer to " + name + " without an end");
        }
        ended |= message.sequence() == sequence && take(name, message, answer);
      }
    }
    return answer;
  }

  /// Takes one message of ours in; true when it was the last. Others' are late answers to a request
  /// that was given up.
  private static boolean take(String name, Message message, List<Message> answer)
      throws KernelFailure {
    switch (message.type()) {
      case Message.NOOP -> {
        return false;
      }
      case Message.ERROR -> {
        Optional<KernelRefusal> refusal = KernelRefusal.read(name, message);
        if (refusal.isPresent()) {
          throw refusal.get();
        }
        return true;
      }
      case Message.DONE -> {
        return true;
      }
      case Message.OVERRUN -> throw new BrokenAnswer("the kernel lost part of its answer");
      default -> {
        if ((message.flags() & Message.DUMP_INTERRUPTED) != 0) {
          throw new BrokenAnswer("what " + name + " lists changed while it was listed");
        }
        answer.add(message);
        return false;
      }
    }
  }
}
