package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.BrokenAnswer;
import java.util.Optional;

/// Attributes of one byte that are on or off. Any number but 0 is on.
final class Switch {
  private Switch() {}

  /// @param name the attribute's C name, for the error
  static boolean need(AttributeReader answer, int type, String name) throws BrokenAnswer {
    return answer.need(type, name).u8() != 0;
  }

  static Optional<Boolean> find(AttributeReader answer, int type) throws BrokenAnswer {
    Optional<Attribute> found = answer.find(type);
    return found.isPresent() ? Optional.of(found.get().u8() != 0) : Optional.empty();
  }
}
