package dev.unhang.findings.nic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first numbers of a kernel release, `6.8` of `6.8.12-9-pve`: what mainline calls a version.
/// Distributions carry commits of later versions, so that a lower number proves nothing alone.
public record KernelVersion(int major, int minor, int patch) implements Comparable<KernelVersion> {
  private static final Pattern FORM =
      Pattern.compile("^(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?(?!\\d).{0,80}$");

  /// The version a release begins with; empty where it begins with none.
  ///
  /// @param release as `uname -r` prints it
  public static Optional<KernelVersion> of(String release) {
    Matcher form = FORM.matcher(release);
    return form.matches()
        ? Optional.of(new KernelVersion(number(form.group(1)), number(form.group(2)), patch(form)))
        : Optional.empty();
  }

  private static int patch(Matcher form) {
    return form.group(3) == null ? 0 : number(form.group(3));
  }

  /// At most three digits.
  private static int number(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      number = number * 10 + Character.digit(digits.charAt(i), 10);
    }
    return number;
  }

  @Override
  public int compareTo(KernelVersion other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }
}
