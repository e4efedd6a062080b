package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.KernelFailure;
import java.util.HashMap;
import java.util.Map;

/// What the running kernel calls its feature bits; asked only where a bitset comes without names.
///
/// Kernel: net/ethtool/strset.c, strset_fill_set() (v6.1)
final class FeatureNames {
  /// `ETHTOOL_MSG_STRSET_GET`.
  static final int STRSET_GET = 1;

  /// `ETHTOOL_A_STRSET_STRINGSETS`.
  static final int STRING_SETS = 2;

  /// `ETHTOOL_A_STRINGSETS_STRINGSET`.
  static final int STRING_SET = 1;

  /// `ETHTOOL_A_STRINGSET_ID`.
  static final int SET_ID = 1;

  /// `ETHTOOL_A_STRINGSET_STRINGS`.
  static final int STRINGS = 3;

  /// `ETHTOOL_A_STRING_INDEX`.
  static final int STRING_INDEX = 1;

  /// `ETHTOOL_A_STRING_VALUE`.
  static final int STRING_VALUE = 2;

  /// `ETH_SS_FEATURES`.
  static final int FEATURES = 4;

  private FeatureNames() {}

  /// Names by bit number; those of unused bits are empty.
  static Map<Integer, String> ask(EthtoolFamily family) throws KernelFailure {
    AttributeWriter set = new AttributeWriter().u32(SET_ID, FEATURES);
    AttributeWriter body =
        new AttributeWriter()
            .nest(EthtoolFamily.HEADER, new AttributeWriter())
            .nest(STRING_SETS, new AttributeWriter().nest(STRING_SET, set));
    AttributeReader answer = family.ask("ETHTOOL_MSG_STRSET_GET", STRSET_GET, body);
    return read(answer);
  }

  private static Map<Integer, String> read(AttributeReader answer) throws KernelFailure {
    AttributeReader sets = answer.need(STRING_SETS, "ETHTOOL_A_STRSET_STRINGSETS").nested();
    AttributeReader set = sets.need(STRING_SET, "ETHTOOL_A_STRINGSETS_STRINGSET").nested();
    AttributeReader strings = set.need(STRINGS, "ETHTOOL_A_STRINGSET_STRINGS").nested();
    Map<Integer, String> names = new HashMap<>();
    for (Attribute one : strings.all()) {
      AttributeReader string = one.nested();
      names.put(
          string.need(STRING_INDEX, "ETHTOOL_A_STRING_INDEX").u32(),
          string.need(STRING_VALUE, "ETHTOOL_A_STRING_VALUE").text());
    }
    return names;
  }
}
