package dev.unhang.hosts.bundle;

import dev.unhang.hosts.kernellog.LogCopy;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.id.SourceId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes names and addresses out of a report and keeps its structure: see [Pseudonyms] for what
/// stands for them, [OwnNames] for which words are names. Addresses are found by their form, in all
/// spellings; digits without marks between them are a MAC where the evidence has that MAC
/// elsewhere, and where a name says that they are one (`enx…`). Serial numbers and wireless
/// networks are found by the words before them.
public final class Redaction {
  private static final SourceId REPORT = new SourceId("redacted-report");

  /// Beyond it, PCI Express devices keep a serial number, which often is the MAC.
  private static final int PLAIN_CONFIG_SPACE = 256;

  private static final Pattern CONFIG = Pattern.compile("/sys/.{1,300}/config");
  private static final Pattern TCP = Pattern.compile("/proc/net/tcp6?");
  private static final Pattern TCP_ADDRESS =
      Pattern.compile("\\b([0-9A-F]{8}|[0-9A-F]{32})(?=:[0-9A-F]{4}\\b)");

  private static final String HARDWARE =
      "[0-9a-fA-F]{2}(?<mark>[:-])[0-9a-fA-F]{2}(?:\\k<mark>[0-9a-fA-F]{2}){4,18}";

  private static final Pattern MAC =
      Pattern.compile("(?<![0-9A-Za-z])" + HARDWARE + "(?![0-9A-Za-z])");

  /// A journal's entry whose text is a list of bytes hides what is in it.
  private static final Pattern BYTES =
      Pattern.compile("(\"[A-Z_0-9]{1,64}\"\\s?:\\s?)\\[[0-9,\\s]{1,65536}\\]");

  private static final Pattern FORMS =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:(?<uuid>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})"
              + "|(?<long>(?:[0-9a-fA-F]{32}))"
              + "|(?<wwn>(?:wwn-0x|naa\\.|eui\\.)[0-9a-fA-F]{16,32})"
              + "|(?<mac>"
              + HARDWARE
              + ")|(?<dotted>[0-9a-fA-F]{4}\\.[0-9a-fA-F]{4}\\.[0-9a-fA-F]{4})"
              + "|(?<enx>(?:en|wl|ww|sl|ib)x)(?<digits>[0-9a-fA-F]{12})(?=(?:np?\\d{1,3})?(?![0-9A-Za-z]))"
              + "|(?<named>0x)?(?<bare>[0-9a-fA-F]{12})"
              + "|(?<six>[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?:\\.[0-9]{1,3}){0,3})"
              + "|(?<four>[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?!\\.[0-9])))"
              + "(?:(?<=(?:en|wl|ww|sl|ib)x[0-9a-fA-F]{12})|(?![0-9A-Za-z]))");

  private static final Pattern IN_NAME =
      Pattern.compile("(?<![0-9A-Za-z])(?:en|wl|ww|sl|ib)x([0-9a-fA-F]{12})");

  private final Pseudonyms pseudonyms;
  private final Set<String> macs = new TreeSet<>();
  private final Words words;

  /// @param salt random, and not kept anywhere
  /// @param answers and logs, all of which tell names
  public Redaction(byte[] salt, Answers answers, List<LogCopy> logs) {
    this.pseudonyms = new Pseudonyms(salt);
    OwnNames names = new OwnNames();
    names.learn(answers);
    ReportFiles.documents(answers, UnaryOperator.identity()).values().forEach(this::learnMacs);
    answers.files().values().forEach(content -> learnMacs(latin(content)));
    for (LogCopy log : logs) {
      log.text()
          .pieces(piece -> {
            String text = new String(piece, StandardCharsets.ISO_8859_1);
            names.learn(text);
            learnMacs(text);
          });
    }
    answers.files().values().forEach(content -> names.learnNeighbours(latin(content)));
    for (LogCopy log : logs) {
      log.text()
          .pieces(piece -> names.learnNeighbours(new String(piece, StandardCharsets.ISO_8859_1)));
    }
    Map<String, String> others = new HashMap<>();
    names.names().forEach(name -> others.put(name, pseudonyms.name(name)));
    this.words = new Words(withInterfaces(others, answers));
  }

  private static String latin(Content content) {
    return new String(content.bytes(), StandardCharsets.ISO_8859_1);
  }

  private void learnMacs(String text) {
    MAC.matcher(text).results().forEach(found -> macs.add(plain(found.group())));
    IN_NAME.matcher(text).results().forEach(found -> macs.add(plain(found.group(1))));
  }

  private static String plain(String address) {
    return address.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
  }

  /// An interface's name that would get too long with a pseudonym in it gets one of its own.
  private Map<String, String> withInterfaces(Map<String, String> others, Answers answers) {
    Words first = new Words(others);
    Map<String, String> all = new HashMap<>(others);
    for (Asked asked : answers.all().keySet()) {
      String name = asked.of().toLowerCase(Locale.ROOT);
      boolean isLong = first.replaced(name).length() > InterfaceName.MAX_BYTES;
      if (asked.isKernels() && isLong) {
        all.put(name, pseudonyms.name(name));
      }
    }
    return all;
  }

  /// What becomes of a text. Names in it are looked for byte by byte, as in files.
  UnaryOperator<String> text() {
    return text -> redacted(latin(Content.of(text))).transform(Redaction::utf8);
  }

  private static String utf8(String bytes) {
    return Content.of(bytes.getBytes(StandardCharsets.ISO_8859_1)).utf8();
  }

  /// What becomes of a log.
  UnaryOperator<byte[]> bytes() {
    return bytes -> {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return redacted(BYTES.matcher(text).replaceAll("$1\"" + Secrets.REMOVED + "\""))
          .getBytes(StandardCharsets.ISO_8859_1);
    };
  }

  private String redacted(String text) {
    String forms = FORMS.matcher(text).replaceAll(this::other);
    return words.replaced(
        ToldNames.REPLACED
            .matcher(forms)
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    found.group(1) + pseudonyms.name(found.group(2).toLowerCase(Locale.ROOT)))));
  }

  private String other(MatchResult found) {
    return Matcher.quoteReplacement(other(found, found.group()));
  }

  private String other(MatchResult match, String text) {
    if (match.group("mac") != null || match.group("dotted") != null) {
      return spelled(pseudonyms.hardware(plain(text)), text);
    }
    String named = match.group("digits");
    if (named != null) {
      return match.group("enx") + spelled(pseudonyms.hardware(plain(named)), named);
    }
    String bare = match.group("bare");
    if (bare != null) {
      String before = text.substring(0, text.length() - bare.length());
      return macs.contains(plain(bare))
          ? before + spelled(pseudonyms.hardware(plain(bare)), bare)
          : text;
    }
    if (match.group("uuid") != null || match.group("long") != null) {
      return spelled(pseudonyms.digits(plain(text)), text);
    }
    if (match.group("wwn") != null) {
      String digits = text.substring(text.length() - 16);
      return text.substring(0, text.length() - 16) + pseudonyms.digits(plain(digits));
    }
    return IpAddress.parse(text).map(pseudonyms::address).map(IpAddress::toString).orElse(text);
  }

  /// The digits with the marks and the case that the original has.
  private static String spelled(String digits, String original) {
    StringBuilder out = new StringBuilder();
    int next = 0;
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      boolean isMark = c == ':' || c == '-' || c == '.';
      out.append(isMark ? c : digits.charAt(next++));
    }
    boolean isUpper = original.chars().anyMatch(c -> c >= 'A' && c <= 'F');
    return isUpper ? out.toString().toUpperCase(Locale.ROOT) : out.toString();
  }

  /// The answers, with what is no text made harmless; texts in them are changed as they are
  /// written.
  Answers answers(Answers answers) {
    Answers redacted = new Answers();
    answers
        .withFiles(file -> file(file.getKey(), file.getValue()))
        .all()
        .forEach((asked, answer) -> {
          boolean isRegisters = asked.name().equals("registers") && answer.known().isPresent();
          redacted.put(asked, isRegisters && holdsMac(answer) ? leftOut() : answer);
        });
    return redacted;
  }

  private static Reading<?> leftOut() {
    return new Reading.Absent<>(
        REPORT, WhyAbsent.NOT_COLLECTED, "left out of a redacted report: they hold the MAC");
  }

  /// Whether four bytes of a MAC follow each other, either end first.
  private boolean holdsMac(Reading<?> registers) {
    String text = registers.known().map(String::valueOf).orElse("");
    for (String mac : macs) {
      byte[] bytes = HexFormat.of().parseHex(mac.substring(0, 8));
      int big = java.nio.ByteBuffer.wrap(bytes).getInt();
      boolean isZero = big == 0;
      if (!isZero
          && (text.contains(" " + big + ",")
              || text.contains(" " + Integer.reverseBytes(big) + ",")
              || text.contains("[" + Integer.reverseBytes(big) + ",")
              || text.contains(" " + Integer.reverseBytes(big) + "]"))) {
        return true;
      }
    }
    return false;
  }

  private Content file(HostPath path, Content content) {
    if (path.value().contains("/pci.ids")) {
      return content;
    }
    if (CONFIG.matcher(path.value()).matches()) {
      byte[] bytes = content.bytes();
      return Content.of(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, PLAIN_CONFIG_SPACE)));
    }
    if (TCP.matcher(path.value()).matches()) {
      return Content.of(
          TCP_ADDRESS.matcher(content.utf8()).replaceAll(found -> tcp(found.group(1))));
    }
    return Content.of(redacted(latin(content)).getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Words of 32 bits, each with its last byte first.
  ///
  /// Kernel: net/ipv4/tcp_ipv4.c, get_tcp4_sock(), on a little-endian machine (v6.1)
  private String tcp(String hex) {
    IpAddress address = pseudonyms.address(IpAddress.of(swapped(HexFormat.of().parseHex(hex))));
    return HexFormat.of().withUpperCase().formatHex(swapped(address.bytes()));
  }

  private static byte[] swapped(byte[] bytes) {
    byte[] swapped = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      swapped[i] = bytes[i / 4 * 4 + 3 - i % 4];
    }
    return swapped;
  }
}
