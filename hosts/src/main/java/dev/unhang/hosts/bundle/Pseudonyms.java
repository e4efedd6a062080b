package dev.unhang.hosts.bundle;

import dev.unhang.model.id.IpAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// What stands for a name or an address: the same for the same one within a report, and not to be
/// found out without the salt, which is not kept.
///
/// A MAC keeps its vendor (its first three bytes): it says who made the card and not which it is.
/// IP addresses that share their first bits go on sharing as many and no more, so that an address
/// stays within its network; bits that only say "private" or "link-local" stay. A public address
/// becomes a reserved one, so that no stranger's is in a report: IPv6 one of those for
/// documentation, IPv4 one of 240.0.0.0/5, since those for documentation are too few.
///
/// RFC 5737, RFC 3849, RFC 2544 (appendix C.2.2), RFC 1112 (section 4: reserved)
final class Pseudonyms {
  private static final int VENDOR_BYTES = 3;
  private static final int NAME_DIGITS = 7;

  private static final IpAddress MAPPED = IpAddress.parse("::ffff:0:0").orElseThrow();
  private static final int MAPPED_BITS = 96;

  /// 240.0.0.0/5, without the last half, in which netmasks are.
  private static final int RESERVED = 0xf0;

  private static final int RESERVED_BITS = 5;

  /// 2001:db8::/32.
  private static final byte[] DOCUMENTATION = {0x20, 0x01, 0x0d, (byte) 0xb8};

  private final byte[] salt;
  private final Map<IpAddress, IpAddress> addresses = new HashMap<>();

  Pseudonyms(byte[] salt) {
    this.salt = salt.clone();
  }

  private byte[] digest(String kind, byte[] value) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update(kind.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return digest.digest(value);
    } catch (NoSuchAlgorithmException every_jdk_has_it) {
      throw new IllegalStateException(every_jdk_has_it);
    }
  }

  /// For a name: short, as names of interfaces must be that hold it.
  String name(String name) {
    byte[] digest = digest("name", name.getBytes(StandardCharsets.UTF_8));
    return "n" + HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
  }

  /// For hex digits that tell one thing from all others: as many.
  String digits(String hex) {
    StringBuilder digits = new StringBuilder();
    for (int round = 0; digits.length() < hex.length(); round++) {
      byte[] value = (round + hex).getBytes(StandardCharsets.UTF_8);
      digits.append(HexFormat.of().formatHex(digest("digits", value)));
    }
    return digits.substring(0, hex.length());
  }

  /// For a MAC, or a longer address of that form. Those of no host and of all hosts stay.
  ///
  /// @param hex digits in lower case, two a byte
  String hardware(String hex) {
    if (hex.matches("0+|f+")) {
      return hex;
    }
    int kept = 2 * VENDOR_BYTES;
    return hex.substring(0, kept) + digits(hex).substring(kept);
  }

  /// For an IP address. IPv4 within IPv6 is that IPv4 address.
  IpAddress address(IpAddress address) {
    byte[] bytes = address.bytes();
    if (address.isWithin(MAPPED, MAPPED_BITS)) {
      int at = bytes.length - IpAddress.IPV4_BYTES;
      byte[] inner = IpAddress.of(Arrays.copyOfRange(bytes, at, bytes.length)).bytes();
      byte[] renamed = address(IpAddress.of(inner)).bytes();
      System.arraycopy(renamed, 0, bytes, at, renamed.length);
      return IpAddress.of(bytes);
    }
    IpAddress known = addresses.get(address);
    IpAddress other = known == null ? renamed(address) : known;
    addresses.put(address, other);
    return other;
  }

  private IpAddress renamed(IpAddress address) {
    byte[] bytes = address.bytes();
    int kept = keptBits(bytes);
    if (kept > 0) {
      return IpAddress.of(flipped(bytes, kept));
    }
    boolean isFour = bytes.length == IpAddress.IPV4_BYTES;
    byte[] renamed = flipped(bytes, isFour ? RESERVED_BITS : DOCUMENTATION.length * Byte.SIZE);
    if (isFour) {
      renamed[0] = (byte) (RESERVED | renamed[0] & 0xff >>> RESERVED_BITS);
    } else {
      System.arraycopy(DOCUMENTATION, 0, renamed, 0, DOCUMENTATION.length);
    }
    return IpAddress.of(renamed);
  }

  private byte[] flipped(byte[] bytes, int kept) {
    byte[] renamed = bytes.clone();
    for (int bit = kept; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] flip = digest("bit" + bit, before(bytes, bit));
      renamed[bit / Byte.SIZE] ^= (byte) ((flip[0] & 1) << (Byte.SIZE - 1 - bit % Byte.SIZE));
    }
    return renamed;
  }

  /// The bits before one, and nothing of what follows.
  private static byte[] before(byte[] bytes, int bit) {
    byte[] first = new byte[bytes.length];
    System.arraycopy(bytes, 0, first, 0, bit / Byte.SIZE);
    first[bit / Byte.SIZE] = (byte) (bytes[bit / Byte.SIZE] & ~(0xff >>> bit % Byte.SIZE));
    return first;
  }

  /// Bits that say of what kind an address is, not whose. All of them where it belongs to no host:
  /// unset, this host's own, a netmask.
  private static int keptBits(byte[] bytes) {
    int all = bytes.length * Byte.SIZE;
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (bytes.length == IpAddress.IPV4_BYTES) {
      int third = bytes[2] & 0xff;
      boolean isMask = isMask(bytes);
      return switch (first) {
        case 0, 127, 255 -> all;
        case 10 -> Byte.SIZE;
        case 172 -> second >>> 4 == 1 ? 12 : 0;
        case 192 -> second == 168 ? 16 : isMask ? all : second == 0 && third == 2 ? 24 : 0;
        case 198 -> second >>> 1 == 9 ? 15 : second == 51 && third == 100 ? 24 : 0;
        case 203 -> second == 0 && third == 113 ? 24 : 0;
        case 169 -> second == 254 ? 16 : 0;
        case 100 -> second >>> 6 == 1 ? 10 : 0;
        default -> isMask ? all : first >= 224 ? 4 : 0;
      };
    }
    boolean isShort = true;
    for (int i = 0; i < bytes.length - 1; i++) {
      isShort &= bytes[i] == 0;
    }
    if (isShort) {
      return all;
    }
    return first == 0xfe && second >>> 6 == 2
        ? 64
        : first == 0xff ? 16 : first >>> 1 == 0x7e ? 7 : 0;
  }

  /// Ones, then zeros.
  private static boolean isMask(byte[] bytes) {
    int value = 0;
    for (byte each : bytes) {
      value = value << Byte.SIZE | each & 0xff;
    }
    int zeros = ~value;
    return value < 0 && (zeros & zeros + 1) == 0;
  }
}
