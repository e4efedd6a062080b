package dev.unhang.findings.nic;

import java.math.BigInteger;
import java.util.OptionalLong;

/// A hexadecimal number of a report, as printed.
public record HexWord(String text) {
  private static final int MAX_DIGITS = 16;

  /// Its value; empty where it is none, or longer than 64 bits.
  public OptionalLong value() {
    return text.length() <= MAX_DIGITS && text.matches("[0-9a-fA-F]+")
        ? OptionalLong.of(new BigInteger(text, 16).longValue())
        : OptionalLong.empty();
  }
}
