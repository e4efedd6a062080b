package dev.unhang.model.id;

import java.util.Optional;
import java.util.regex.Pattern;

/// The kernel's random id of one boot, 32 lower-case hex digits without dashes, as journald's
/// `_BOOT_ID` has it.
///
/// Man: systemd.journal-fields(7), "_BOOT_ID="; /proc/sys/kernel/random/boot_id
public record BootId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public BootId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a boot id: " + value);
    }
  }

  /// The id, with or without dashes, or empty where the text is not one.
  public static Optional<BootId> parse(String text) {
    String plain = text.strip().replace("-", "");
    return FORM.matcher(plain).matches() ? Optional.of(new BootId(plain)) : Optional.empty();
  }

  // Written out, as hashCode: a record's own is linked when first called, which costs a start 20
  // ms.
  @Override
  public boolean equals(Object other) {
    return other instanceof BootId same && value.equals(same.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
