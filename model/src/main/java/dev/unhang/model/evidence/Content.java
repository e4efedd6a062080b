package dev.unhang.model.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The bytes of a small file or answer, immutable. They are not text until it is said in which
/// charset.
public final class Content {
  private final byte[] bytes;

  private Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of the bytes.
  public static Content of(byte[] bytes) {
    return new Content(bytes.clone());
  }

  /// The text in UTF-8.
  public static Content of(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// How many there are.
  public int size() {
    return bytes.length;
  }

  /// Read as UTF-8; what is no UTF-8 becomes U+FFFD. For showing and for ASCII pseudo-files, never
  /// for writing back.
  public String utf8() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// SHA-256 in lower-case hex.
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException every_jdk_has_it) {
      throw new IllegalStateException(every_jdk_has_it);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
