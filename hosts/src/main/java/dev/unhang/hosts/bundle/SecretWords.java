package dev.unhang.hosts.bundle;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What tells a secret in any text by the words in front of it: options, URLs, arguments of
/// programs, and the kernel's command line, which the kernel prints at each boot.
///
/// Man: snmpcmd(1), "-c"; sshpass(1); wg(8); ip-xfrm(8); ip-macsec(8). RFC 3986, 3.2.1 (userinfo).
/// Kernel: init/main.c, start_kernel() and print_unknown_bootoptions() (v6.1)
final class SecretWords {
  /// What is in the name of something secret.
  static final String NAMES =
      "(?:passw|passphrase|secret|psk|private|token|credential|sshkeys|auth|community|wep-?key"
          + "|wireless-key|api-?key|enc(?:ryption)?-?key)";

  private static final String VALUE =
      "(?:\\\\?'[^'\\n]{0,1000}'|\\\\?\"[^\"\\n]{0,1000}\"|[^\\s,'\">&;]{1,1000})";

  /// `passwd='x'` in XML, `password=x` and `pass=x` among options, `DB_PASSWORD=x`.
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9])((?:[\\w.-]{0,40}"
              + NAMES
              + "[\\w.-]{0,20}|(?:[\\w-]{0,40}[_-])?(?:pass|pw|pwd|pin|key\\d?))=)"
              + VALUE);

  private static final Pattern USER_INFO = Pattern.compile("://[^\\s/@'\"<>\\\\]{1,500}@");

  /// `--password x`, `snmpset -c x`, `sshpass -p x`, `key 01 x`, `auth sha256 0x…`.
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "(?i)((?<![\\w-])--?[\\w-]{0,30}(?:passw|passphrase|secret|token|psk|key)[\\w-]{0,20}"
              + "[ \\t]{1,9}"
              + "|\\bsnmp\\w{1,12}\\b[^\\n;|&]{0,200}?[ \\t]-c[ \\t]{0,9}"
              + "|\\bsshpass[ \\t]{1,9}-p[ \\t]{0,9}"
              + "|\\b(?:private|preshared)-key[ \\t]{1,9}"
              + "|\\bkey[ \\t]{1,9}[0-9a-f]{2}[ \\t]{1,9}(?=[0-9a-f]{16})"
              + "|\\b(?:auth|auth-trunc|enc|aead|comp)[ \\t]{1,9}[\\w(),-]{1,40}[ \\t]{1,9}"
              + "(?=0x|[\"']))"
              + VALUE);

  /// The kernel's words, and those of dracut; a line that a program repeats is told by its first
  /// option.
  private static final Pattern COMMAND_LINE =
      Pattern.compile(
          "(?i)(command line(?: parameters?)?:? {1,9}\\\\?\"?|(?=\\bBOOT_IMAGE=))"
              + "((?:[^\"\\n\\\\]|\\\\[^n\\n]|\\\\\"){1,8192})");

  /// A module's option, as those that are read: `e1000e.EEE=0`, `pcie_aspm=off`.
  private static final Pattern OF_A_DRIVER =
      Pattern.compile(
          "pcie_aspm(?:\\.policy)?(?:=[\\w-]{1,20})?"
              + "|[\\w-]{1,40}\\.[\\w-]{1,40}(?:=[\\w.,:+-]{0,60})?");

  /// Options that look like a module's and belong to a program that gets keys in this way.
  private static final Pattern NOT_A_DRIVERS =
      Pattern.compile(
          "(?i)(?:rd|systemd|luks|udev|inst|initrd|ignition|coreos|dracut|cloud-init|live|ks)\\..*"
              + "|[^=]*(?:"
              + NAMES
              + "|pass|key|pwd)[^=]*=.*");

  private SecretWords() {}

  /// The text without them; every other character is the one it was.
  static String without(String text) {
    String lines = replaced(COMMAND_LINE, text, SecretWords::commandLine);
    String urls = replaced(USER_INFO, lines, found -> "://" + Secrets.REMOVED + "@");
    String options = replaced(OPTION, urls, found -> found.group(1) + Secrets.REMOVED);
    return replaced(ARGUMENT, options, found -> found.group(1) + Secrets.REMOVED);
  }

  /// Long texts mostly have nothing of it: they are not copied.
  private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? matcher.replaceAll(found -> Matcher.quoteReplacement(by.apply(found)))
        : text;
  }

  private static String commandLine(MatchResult found) {
    String said = found.group(2);
    if (said.indexOf('=') < 0) {
      return found.group();
    }
    String end = said.endsWith("\\\"") ? "\\\"" : "";
    return found.group(1) + options(said) + end;
  }

  /// Of a command line, the words that are a driver's options.
  static String options(String commandLine) {
    StringBuilder kept = new StringBuilder();
    for (String word : commandLine.strip().split("\\s+", -1)) {
      if (isNeeded(word)) {
        kept.append(kept.isEmpty() ? "" : " ").append(word);
      }
    }
    return kept.toString();
  }

  private static boolean isNeeded(String word) {
    return OF_A_DRIVER.matcher(word).matches() && !NOT_A_DRIVERS.matcher(word).matches();
  }
}
