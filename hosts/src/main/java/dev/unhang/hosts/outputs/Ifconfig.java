package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.InterfaceAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `ifconfig`: net-tools' present form, its older one, and busybox', which prints the older one.
/// None of them prints an index: interfaces are counted from -1 downwards, so that an index of the
/// kernel's is never made up. Nor do they print an IPv4 address' scope.
///
/// Man: ifconfig(8)
public final class Ifconfig {
  private static final int MAX = 100_000;
  private static final int MAC_LENGTH = "00:00:00:00:00:00".length();
  private static final String NOT_TOLD = "unknown";

  private static final Pattern PRESENT =
      Pattern.compile("([^ :]{1,60})(?::\\d{1,9})?: flags=-?\\d{1,10}<([A-Z0-9_,]{0,300})>(.*)");

  private static final Pattern OLDER =
      Pattern.compile("([^ :]{1,60})(?::\\d{1,9})? +Link encap:(.*)");

  /// net-tools' words, the kernel's names behind `rx_` or `tx_`.
  ///
  /// Kernel: net/core/net-procfs.c, dev_seq_printf_stats() (v6.1), whose columns ifconfig prints
  private static final Map<String, String> COUNTERS =
      Map.of(
          "packets", "packets",
          "bytes", "bytes",
          "errors", "errors",
          "dropped", "dropped",
          "overruns", "fifo_errors",
          "frame", "frame_errors",
          "carrier", "carrier_errors");

  private final Notes notes;
  private final List<LinkDraft> links = new ArrayList<>();
  private final List<InterfaceAddress> addresses = new ArrayList<>();
  private boolean unread;

  private Ifconfig(Notes notes) {
    this.notes = notes;
  }

  /// Links and addresses.
  public static IpOutput read(PastedText text) {
    Ifconfig reader = new Ifconfig(new Notes(text));
    for (int i = 0; i < text.lines().size() && reader.links.size() < MAX; i++) {
      reader.line(i, text.lines().get(i));
    }
    Notes notes = reader.notes;
    if (reader.links.isEmpty()) {
      return new IpOutput(notes.nothing("interfaces"), notes.nothing("addresses"));
    }
    notes.trouble(0, "ifconfig prints no index: those below 0 are none of the kernel's");
    if (reader.unread) {
      notes.trouble(0, "an address in it is not understood");
    }
    boolean noneRead = reader.addresses.isEmpty() && reader.unread;
    return new IpOutput(
        notes.reading(LinkDraft.links(reader.links)),
        noneRead ? notes.nothing("addresses") : notes.reading(List.copyOf(reader.addresses)));
  }

  /// Whether a line is the first of an interface.
  static boolean isFirst(String line) {
    return PRESENT.matcher(line).matches() || OLDER.matcher(line).matches();
  }

  private void line(int at, String line) {
    Matcher present = PRESENT.matcher(line);
    Matcher older = OLDER.matcher(line);
    boolean indented = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
    if (present.matches()) {
      begin(present.group(1)).ifPresent(link -> flags(link, present.group(2).split(",")));
      described(present.group(3).strip());
    } else if (older.matches()) {
      begin(older.group(1));
      described(older.group(2).strip());
    } else if (indented && !links.isEmpty()) {
      described(line.strip());
    } else {
      notes.stray(at);
    }
  }

  /// An alias is its interface again.
  private Optional<LinkDraft> begin(String name) {
    Optional<InterfaceName> parsed = InterfaceName.parse(name);
    if (parsed.isEmpty() || !links.isEmpty() && links.getLast().name.equals(parsed.get())) {
      return Optional.empty();
    }
    links.add(new LinkDraft(-1 - links.size(), parsed.get()));
    return Optional.of(links.getLast());
  }

  /// What stands on one line of the interface that was begun last.
  private void described(String line) {
    if (links.isEmpty() || line.isEmpty()) {
      return;
    }
    LinkDraft link = links.getLast();
    String[] words = line.split("\\s+");
    switch (words[0]) {
      case "inet" -> inet(link, pairs(words));
      case "inet6" -> inet6(link, words);
      case "UP", "BROADCAST", "LOOPBACK", "POINTOPOINT", "NOARP" -> flags(link, words);
      default -> counters(link, line.split("[\\s:]+"));
    }
    for (int i = 0; i < words.length; i++) {
      boolean hasNext = i + 1 < words.length;
      if (words[i].startsWith("MTU:")) {
        link.mtu = Numbers.small(words[i].substring("MTU:".length())).orElse(null);
      } else if (words[i].equals("mtu") && hasNext) {
        link.mtu = Numbers.small(words[i + 1]).orElse(null);
      } else if ((words[i].equals("ether") || words[i].equals("HWaddr")) && hasNext) {
        mac(link, words[i + 1]);
      }
    }
  }

  private static void mac(LinkDraft link, String text) {
    if (text.length() == MAC_LENGTH && text.indexOf(':') == 2) {
      link.address = text.toLowerCase(Locale.ROOT);
    }
  }

  /// ifconfig's word for whether a link partner is heard is RUNNING.
  private static void flags(LinkDraft link, String[] words) {
    List<String> names = new ArrayList<>(List.of(words));
    if (names.contains("RUNNING")) {
      names.add("LOWER_UP");
    }
    link.flags(names);
  }

  private static void counters(LinkDraft link, String[] words) {
    String side = "";
    for (int i = 0; i + 1 < words.length; i++) {
      if (words[i].equals("RX") || words[i].equals("TX")) {
        side = words[i].toLowerCase(Locale.ROOT) + "_";
      }
      String name = COUNTERS.get(words[i]);
      if (words[i].equals("collisions")) {
        link.count("collisions", words[i + 1]);
      } else if (name != null && !side.isEmpty()) {
        link.count(side + name, words[i + 1]);
      }
    }
  }

  /// Words and what stands behind them, by a colon or a blank.
  private static Map<String, String> pairs(String[] words) {
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      Optional<Labelled> parts = Labelled.of(words[i]);
      if (parts.isPresent()) {
        pairs.putIfAbsent(parts.get().label(), parts.get().value());
      } else if (i + 1 < words.length) {
        pairs.putIfAbsent(words[i], words[i + 1]);
      }
    }
    return pairs;
  }

  private void inet(LinkDraft link, Map<String, String> pairs) {
    String address = pairs.getOrDefault("addr", pairs.getOrDefault("inet", ""));
    Optional<Integer> length =
        prefix(pairs.getOrDefault("netmask", pairs.getOrDefault("Mask", "")));
    if (!address.isEmpty() && length.isPresent()) {
      addresses.add(new InterfaceAddress(link.index, address, length.get(), NOT_TOLD));
    } else {
      unread = true;
    }
  }

  /// Bits of `255.255.255.0`; BSD's ifconfig prints `0xffffff00`.
  private static Optional<Integer> prefix(String mask) {
    if (mask.startsWith("0x") && mask.length() == "0xffffff00".length()) {
      return Numbers.hex(mask).map(Long::intValue).filter(Ifconfig::isMask).map(Integer::bitCount);
    }
    String[] parts = mask.split("\\.", 5);
    int bits = 0;
    for (String part : parts) {
      Optional<Integer> value = Numbers.small(part).filter(byteOf -> byteOf <= 0xff);
      if (value.isEmpty() || parts.length != 4) {
        return Optional.empty();
      }
      bits = bits << 8 | value.get();
    }
    return isMask(bits) ? Optional.of(Integer.bitCount(bits)) : Optional.empty();
  }

  private static boolean isMask(int bits) {
    int length = Integer.bitCount(bits);
    return bits == (length == 0 ? 0 : -1 << (Integer.SIZE - length));
  }

  /// `inet6 A prefixlen 64 scopeid 0x20<link>`, `inet6 addr: A/64 Scope:Link`.
  private void inet6(LinkDraft link, String[] words) {
    Map<String, String> pairs =
        pairs(Arrays.copyOfRange(words, Math.min(2, words.length), words.length));
    boolean older = words.length > 2 && words[1].equals("addr:");
    String text = older ? words[2] : words.length > 1 ? words[1] : "";
    int slash = text.indexOf('/');
    Optional<Integer> length =
        Numbers.small(
            older && slash > 0 ? text.substring(slash + 1) : pairs.getOrDefault("prefixlen", ""));
    String scope = older ? last(words, "Scope:") : inside(pairs.getOrDefault("scopeid", ""));
    String address = slash > 0 ? text.substring(0, slash) : text;
    if (length.isPresent() && length.get() <= 128 && !address.isEmpty() && !scope.isEmpty()) {
      addresses.add(
          new InterfaceAddress(link.index, address, length.get(), scope.toLowerCase(Locale.ROOT)));
    } else {
      unread = true;
    }
  }

  private static String last(String[] words, String before) {
    String word = words[words.length - 1];
    return word.startsWith(before) ? word.substring(before.length()) : "";
  }

  private static String inside(String text) {
    int open = text.indexOf('<');
    return open >= 0 && text.endsWith(">") ? text.substring(open + 1, text.length() - 1) : "";
  }
}
