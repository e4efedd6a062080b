package dev.unhang.hosts.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Words by which evidence is read. A person who calls a guest `hardware` or `e1000e` has not made
/// a secret of them, and a log without them says nothing any more.
final class ReadersWords {
  private static final String TABLE = "readers-words.txt";

  /// Names that a kernel, udev or an installer gives: by place and number, not by a person.
  private static final Pattern GIVEN_NAME =
      Pattern.compile(
          "(?:eth|en[ops]|ens|wl[ops]|ww[ops]|usb|ib|lo|vmbr|bond|br|tap|veth|vnet|virbr|vlan|team"
              + "|fw(?:br|pr|ln)|docker|dummy|wg|tun|sit|sd[a-z]|nvme|cpu|node)\\d[a-z0-9]{0,12}");

  private static final Set<String> ALL = read();

  private ReadersWords() {}

  private static Set<String> read() {
    Set<String> all = new TreeSet<>();
    try (InputStream table = ReadersWords.class.getResourceAsStream(TABLE)) {
      String text = table == null ? "" : new String(table.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> all.addAll(Arrays.asList(line.strip().split(" ", -1))));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return Set.copyOf(all);
  }

  /// Whether a name in lower case is one, or made of nothing else.
  static boolean has(String name) {
    if (ALL.contains(name) || GIVEN_NAME.matcher(name).matches()) {
      return true;
    }
    return name.indexOf(' ') >= 0
        && Arrays.stream(name.strip().split(" +", -1)).allMatch(ALL::contains);
  }
}
