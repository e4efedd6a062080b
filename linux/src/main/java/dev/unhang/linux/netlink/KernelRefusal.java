package dev.unhang.linux.netlink;

import dev.unhang.linux.ffi.Errno;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;

/// The kernel answered with an error number, and perhaps with a sentence and a place.
///
/// Kernel: net/netlink/af_netlink.c, netlink_ack() (v6.1)
public final class KernelRefusal extends KernelFailure {
  private static final long serialVersionUID = 1;

  /// `NLMSGERR_ATTR_MSG`: the kernel's sentence.
  private static final int TEXT = 1;

  /// `NLMSGERR_ATTR_OFFS`: which byte of the request it disliked.
  private static final int OFFSET = 2;

  /// `int error` before the echoed request.
  private static final int ERROR_BYTES = 4;

  private final String request;
  private final int errno;
  private final String text;

  /// -1 where the kernel named no place: an OptionalInt is not serialisable.
  private final int offset;

  /// @param request what was asked, by its C name: `ETHTOOL_MSG_FEATURES_SET`, `SIOCETHTOOL`
  /// @param errno positive
  /// @param text the kernel's extended-ack sentence; empty where it gave none
  /// @param offset of the attribute it disliked, in bytes from the start of the request
  public KernelRefusal(String request, int errno, String text, OptionalInt offset) {
    super(Errno.nameOf(errno) + " " + words(request, text, offset));
    this.request = request;
    this.errno = errno;
    this.text = text;
    this.offset = offset.orElse(-1);
  }

  /// Reads an error message; empty where it is the acknowledgement of success.
  static Optional<KernelRefusal> read(String request, Message message) throws BrokenAnswer {
    byte[] payload = message.payload();
    if (payload.length < ERROR_BYTES + Message.HEADER_BYTES) {
      throw new BrokenAnswer("an error message of only " + payload.length + " bytes");
    }
    int error = ByteBuffer.wrap(payload).order(ByteOrder.nativeOrder()).getInt();
    if (error == 0) {
      return Optional.empty();
    }
    if (error > 0 || error == Integer.MIN_VALUE) {
      throw new BrokenAnswer("an error number of " + error);
    }
    AttributeReader said = extendedAck(message, payload);
    OptionalInt offset = OptionalInt.empty();
    if (said.find(OFFSET).isPresent()) {
      offset = OptionalInt.of(said.find(OFFSET).orElseThrow().u32());
    }
    String text = said.find(TEXT).map(Attribute::text).orElse("");
    return Optional.of(new KernelRefusal(request, -error, text, offset));
  }

  /// The attributes behind the echo, which is the request's header alone where the socket asked for
  /// that, else the request whole.
  private static AttributeReader extendedAck(Message message, byte[] payload) throws BrokenAnswer {
    if ((message.flags() & Message.ACK_TLVS) == 0) {
      return AttributeReader.EMPTY;
    }
    int echo = Message.HEADER_BYTES;
    if ((message.flags() & Message.CAPPED) == 0) {
      echo = ByteBuffer.wrap(payload).order(ByteOrder.nativeOrder()).getInt(ERROR_BYTES);
    }
    if (echo < Message.HEADER_BYTES || echo > payload.length - ERROR_BYTES) {
      throw new BrokenAnswer("an echoed request of " + echo + " bytes");
    }
    int start = ERROR_BYTES + Message.aligned(echo);
    return AttributeReader.of(payload, Math.min(start, payload.length));
  }

  /// The error number, positive.
  public int errno() {
    return errno;
  }

  /// Its C name.
  public String errnoName() {
    return Errno.nameOf(errno);
  }

  /// The kernel's own sentence; empty where it gave none.
  public String text() {
    return text;
  }

  /// Which byte of the request it disliked.
  public OptionalInt offset() {
    return offset < 0 ? OptionalInt.empty() : OptionalInt.of(offset);
  }

  /// Sentence, request and place, to stand behind the error's name.
  public String words() {
    return words(request, text, offset());
  }

  private static String words(String request, String text, OptionalInt offset) {
    String quoted = text.isEmpty() ? "" : '"' + text + "\" ";
    String place = offset.isPresent() ? ", attribute at byte " + offset.getAsInt() : "";
    return quoted + "(" + request + place + ")";
  }
}
