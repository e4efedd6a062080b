package dev.unhang.linux.netlink;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The kernel's end of a netlink wire: a function from a request to the datagrams it answers. It
/// knows the control family, and checks of every request what the real kernel insists on.
public final class FakeKernel implements Datagrams {
  /// The number it gives the family `ethtool`.
  public static final int ETHTOOL = 0x15;

  /// `RTM_GETLINK`, `RTM_GETADDR` and `RTM_GETROUTE`.
  private static final Set<Integer> ROUTE = Set.of(18, 22, 26);

  private final Function<Message, List<byte[]>> answers;
  private final Deque<byte[]> waiting = new ArrayDeque<>();

  /// @param answers to requests of the family `ethtool`, and for links, addresses and routes
  public FakeKernel(Function<Message, List<byte[]>> answers) {
    this.answers = answers;
  }

  @Override
  public void send(byte[] datagram) throws KernelFailure {
    Message request = Message.readAll(datagram).getFirst();
    if ((request.flags() & (Message.REQUEST | Message.ACK)) != (Message.REQUEST | Message.ACK)) {
      throw new BrokenAnswer("a request without NLM_F_REQUEST and NLM_F_ACK");
    }
    if (request.type() == GenericFamily.CONTROL.id()) {
      byte[] id = new AttributeWriter().u16(GenericFamily.FAMILY_ID, ETHTOOL).bytes();
      waiting.add(reply(request, GenericFamily.CONTROL.id(), 1, id));
      waiting.add(error(request, 0, "", -1));
    } else if (request.type() == ETHTOOL || ROUTE.contains(request.type())) {
      waiting.addAll(answers.apply(request));
    } else {
      waiting.add(error(request, 2, "", -1));
    }
  }

  @Override
  public byte[] receive() throws KernelFailure {
    byte[] next = waiting.poll();
    if (next == null) {
      throw new NoAnswer("the fake kernel has nothing more to say");
    }
    return next;
  }

  @Override
  public void close() {}

  /// A message of a family: command and attributes.
  public static byte[] reply(Message request, int type, int command, byte[] attributes) {
    byte[] payload = new byte[GenericFamily.HEADER_BYTES + attributes.length];
    payload[0] = (byte) command;
    payload[1] = 1;
    System.arraycopy(attributes, 0, payload, GenericFamily.HEADER_BYTES, attributes.length);
    return new Message(type, 0, request.sequence(), payload).bytes();
  }

  /// An error, or with the number 0 an acknowledgement; with a sentence and an offset where given.
  public static byte[] error(Message request, int errno, String words, int offset) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(number(-errno));
    byte[] echo = request.bytes();
    body.write(echo, 0, Message.HEADER_BYTES);
    AttributeWriter ack = new AttributeWriter();
    if (!words.isEmpty()) {
      ack.text(1, words);
    }
    if (offset >= 0) {
      ack.u32(2, offset);
    }
    body.writeBytes(ack.bytes());
    int flags = Message.CAPPED | (ack.bytes().length > 0 ? Message.ACK_TLVS : 0);
    return new Message(Message.ERROR, flags, request.sequence(), body.toByteArray()).bytes();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, value).array();
  }
}
