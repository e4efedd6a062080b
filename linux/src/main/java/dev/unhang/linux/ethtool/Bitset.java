package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.BrokenAnswer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A set of named bits, in either of the two forms the kernel sends: verbose, bit by bit with
/// names; or compact, as words of 32 bits, least significant word first.
///
/// With a mask, it speaks of the bits in the mask, each set or not. Without one it is a list: the
/// bits it names are set, and it is silent about all others.
///
/// @param bits those it speaks of, by ascending index where the kernel sends them so
///
///   Kernel: net/ethtool/bitset.c, ethnl_put_bitset32() (v6.1)
public record Bitset(List<Bit> bits) {
  /// Largest set that is believed; features are 64, link modes about 120.
  static final int MAX_BITS = 4096;

  /// `ETHTOOL_A_BITSET_NOMASK`: a list.
  static final int NO_MASK = 1;

  /// `ETHTOOL_A_BITSET_SIZE`, in bits.
  static final int SIZE = 2;

  /// `ETHTOOL_A_BITSET_BITS`: the verbose form.
  static final int BITS = 3;

  /// `ETHTOOL_A_BITSET_VALUE`: the compact form.
  static final int VALUE = 4;

  /// `ETHTOOL_A_BITSET_MASK`.
  static final int MASK = 5;

  /// `ETHTOOL_A_BITSET_BITS_BIT`.
  static final int BIT = 1;

  /// `ETHTOOL_A_BITSET_BIT_INDEX`.
  static final int BIT_INDEX = 1;

  /// `ETHTOOL_A_BITSET_BIT_NAME`.
  static final int BIT_NAME = 2;

  /// `ETHTOOL_A_BITSET_BIT_VALUE`.
  static final int BIT_VALUE = 3;

  private static final int WORD_BITS = 32;

  /// One bit.
  ///
  /// @param index in this kernel; means nothing in another
  /// @param name empty in the compact form
  public record Bit(int index, Optional<String> name, boolean set) {}

  public Bitset {
    bits = List.copyOf(bits);
  }

  /// Whether a bit is in the set.
  public boolean isSet(int index) {
    return bits.stream().anyMatch(bit -> bit.index == index && bit.set);
  }

  /// Whether some bit bears no name, so that the kernel has to be asked for the names.
  boolean lacksNames() {
    return bits.stream().anyMatch(bit -> bit.name.isEmpty());
  }

  /// Names of the bits it speaks of: of a set with a mask, those in the mask.
  List<String> names() throws BrokenAnswer {
    return names(bits);
  }

  /// Names of the bits that are set.
  List<String> setNames() throws BrokenAnswer {
    return names(bits.stream().filter(Bit::set).toList());
  }

  private static List<String> names(List<Bit> some) throws BrokenAnswer {
    List<String> names = new ArrayList<>();
    for (Bit bit : some) {
      if (bit.name.isEmpty()) {
        throw new BrokenAnswer("bit " + bit.index + " without its name, which was asked for");
      }
      names.add(bit.name.get());
    }
    return names;
  }

  /// Writes a verbose set that speaks of the bits of these names alone.
  static AttributeWriter naming(List<String> names, boolean on) {
    AttributeWriter list = new AttributeWriter();
    for (String name : names) {
      AttributeWriter bit = new AttributeWriter().text(BIT_NAME, name);
      list.nest(BIT, on ? bit.flag(BIT_VALUE) : bit);
    }
    return new AttributeWriter().nest(BITS, list);
  }

  /// Reads either form.
  static Bitset read(Attribute attribute) throws BrokenAnswer {
    AttributeReader nest = attribute.nested();
    Optional<Attribute> verbose = nest.find(BITS);
    boolean list = nest.has(NO_MASK);
    if (verbose.isPresent()) {
      return readVerbose(verbose.get().nested(), list);
    }
    return readCompact(nest, list);
  }

  private static Bitset readVerbose(AttributeReader nest, boolean list) throws BrokenAnswer {
    List<Bit> found = new ArrayList<>();
    for (Attribute one : nest.all()) {
      AttributeReader bit = one.nested();
      int index = bit.need(BIT_INDEX, "ETHTOOL_A_BITSET_BIT_INDEX").u32();
      if (index >= MAX_BITS) {
        throw new BrokenAnswer("a bit with the number " + index);
      }
      Optional<String> name = bit.find(BIT_NAME).map(Attribute::text);
      found.add(new Bit(index, name, list || bit.has(BIT_VALUE)));
    }
    return new Bitset(found);
  }

  private static Bitset readCompact(AttributeReader nest, boolean list) throws BrokenAnswer {
    int size = nest.need(SIZE, "ETHTOOL_A_BITSET_SIZE").u32();
    if (size > MAX_BITS) {
      throw new BrokenAnswer("a bitset of " + size + " bits");
    }
    ByteBuffer value = words(nest.need(VALUE, "ETHTOOL_A_BITSET_VALUE"), size);
    ByteBuffer mask = list ? value : words(nest.need(MASK, "ETHTOOL_A_BITSET_MASK"), size);
    List<Bit> found = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      if (isSet(mask, index)) {
        found.add(new Bit(index, Optional.empty(), isSet(value, index)));
      }
    }
    return new Bitset(found);
  }

  private static ByteBuffer words(Attribute attribute, int size) throws BrokenAnswer {
    int bytes = (size + WORD_BITS - 1) / WORD_BITS * Integer.BYTES;
    if (attribute.size() != bytes) {
      throw new BrokenAnswer(size + " bits in " + attribute.size() + " bytes");
    }
    return ByteBuffer.wrap(attribute.bytes()).order(ByteOrder.nativeOrder());
  }

  private static boolean isSet(ByteBuffer words, int index) {
    int word = words.getInt(index / WORD_BITS * Integer.BYTES);
    return (word >>> (index % WORD_BITS) & 1) != 0;
  }
}
