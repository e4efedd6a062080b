package dev.unhang.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The attributes of a message or of a nest, taken apart at once. No length is believed before it
/// is seen to fit; the work is bounded by the bytes at hand, since every attribute takes at least
/// four.
///
/// Kernel: include/net/netlink.h, nla_ok() (v6.1)
public final class AttributeReader {
  /// No attributes.
  public static final AttributeReader EMPTY = new AttributeReader(List.of());

  /// `u16 len, u16 type` before each value; the length counts them too.
  private static final int HEADER_BYTES = 4;

  /// `NLA_TYPE_MASK`: the two upper bits mark nests and network byte order.
  private static final int TYPE_MASK = 0x3fff;

  private final List<Attribute> all;

  private AttributeReader(List<Attribute> all) {
    this.all = all;
  }

  /// Reads all attributes from a place up to the end. The last need not be padded.
  public static AttributeReader of(byte[] bytes, int from) throws BrokenAnswer {
    List<Attribute> found = new ArrayList<>();
    int at = from;
    while (at < bytes.length) {
      int length = lengthAt(bytes, at);
      int type = Short.toUnsignedInt(host(bytes).getShort(at + 2)) & TYPE_MASK;
      found.add(new Attribute(type, Arrays.copyOfRange(bytes, at + HEADER_BYTES, at + length)));
      at += Message.aligned(length);
    }
    return new AttributeReader(List.copyOf(found));
  }

  private static int lengthAt(byte[] bytes, int at) throws BrokenAnswer {
    int left = bytes.length - at;
    if (left < HEADER_BYTES) {
      throw new BrokenAnswer("an attribute header cut off after " + left + " bytes");
    }
    int length = Short.toUnsignedInt(host(bytes).getShort(at));
    if (length < HEADER_BYTES || length > left) {
      throw new BrokenAnswer("an attribute of " + length + " bytes where " + left + " are left");
    }
    return length;
  }

  private static ByteBuffer host(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  /// All of them, in order.
  public List<Attribute> all() {
    return all;
  }

  /// The first of a type.
  public Optional<Attribute> find(int type) {
    return all.stream().filter(attribute -> attribute.type() == type).findFirst();
  }

  /// Whether a flag is set: a flag is an attribute without a value.
  public boolean has(int type) {
    return find(type).isPresent();
  }

  /// The first of a type that must be there.
  ///
  /// @param name its C name, for the error
  public Attribute need(int type, String name) throws BrokenAnswer {
    Optional<Attribute> found = find(type);
    if (found.isEmpty()) {
      throw new BrokenAnswer("the answer lacks " + name);
    }
    return found.get();
  }
}
