package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.InterfaceAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `ip link` and `ip address`, with `-s`, `-d` and `-o`.
///
/// ```
/// 2: eno1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq master vmbr0 state UP group default qlen 1000
///     link/ether 1c:69:7a:00:00:01 brd ff:ff:ff:ff:ff:ff
///     altname enp0s31f6
/// ```
///
/// Man: ip-link(8), ip-address(8)
public final class IpText {
  /// The kernel counts to 2^31, hosts to some thousands.
  private static final int MAX = 100_000;

  private static final Pattern FIRST =
      Pattern.compile("(\\d{1,9}): ([^ :@]{1,60})(?:@([^ :]{1,60}))?: <([A-Z0-9_,-]{0,300})>(.*)");

  /// `3: eno1 inet 192.0.2.1/24 …` of `ip -o address`.
  private static final Pattern ONE_LINE =
      Pattern.compile("(\\d{1,9}): ([^ :@]{1,60})(?:@[^ :]{1,60})? +(inet6? .*)");

  private final Notes notes;
  private final List<LinkDraft> links = new ArrayList<>();
  private final List<InterfaceAddress> addresses = new ArrayList<>();
  private @Nullable List<String> columns;
  private Map<String, String> table = Map.of();
  private boolean listsAddresses;

  private IpText(Notes notes) {
    this.notes = notes;
  }

  /// Links and addresses. `ip link` lists no addresses, `ip -o address` no links.
  public static IpOutput read(PastedText text) {
    IpText reader = new IpText(new Notes(text));
    for (int i = 0; i < text.lines().size() && reader.links.size() < MAX; i++) {
      reader.line(i, text.lines().get(i));
    }
    Notes notes = reader.notes;
    Reading<List<InterfaceAddress>> addresses =
        reader.listsAddresses
            ? notes.reading(List.copyOf(reader.addresses))
            : new Reading.Absent<>(Notes.ID, WhyAbsent.NOT_COLLECTED, "add the output of: ip addr");
    return new IpOutput(notes.readingOf(LinkDraft.links(reader.links), "interfaces"), addresses);
  }

  /// Whether a line is the first of an interface.
  static boolean isFirst(String line) {
    return FIRST.matcher(line).matches() || ONE_LINE.matcher(line).matches();
  }

  private void line(int at, String line) {
    // -o puts all lines of an interface on one, a backslash before each.
    String[] parts = line.split("\\\\");
    Matcher first = FIRST.matcher(parts[0]);
    Matcher one = ONE_LINE.matcher(parts[0]);
    if (first.matches()) {
      begin(at, first);
    } else if (one.matches()) {
      listsAddresses = true;
      Numbers.small(one.group(1)).ifPresent(index -> address(index, one.group(3).split("\\s+")));
    } else if (!detail(parts[0])) {
      notes.stray(at);
    }
    for (int i = 1; i < parts.length; i++) {
      detail(parts[i]);
    }
  }

  private void begin(int at, Matcher first) {
    columns = null;
    Optional<InterfaceName> name = InterfaceName.parse(first.group(2));
    Optional<Integer> index = Numbers.small(first.group(1));
    if (name.isEmpty() || index.isEmpty()) {
      notes.trouble(at, "no interface is called so: " + Notes.shown(first.group(2)));
      return;
    }
    LinkDraft link = new LinkDraft(index.get(), name.get());
    String lower = first.group(3);
    link.lower = lower == null || lower.equals("NONE") ? null : lower;
    link.flags(List.of(first.group(4).split(",")));
    links.add(link);
    words(link, first.group(5).strip().split("\\s+"));
  }

  private boolean detail(String line) {
    String words = line.strip();
    if (words.isEmpty()) {
      return true;
    }
    if (links.isEmpty()) {
      return listsAddresses;
    }
    LinkDraft link = links.getLast();
    String[] each = words.split("\\s+");
    Optional<Map<String, String>> heading = IpCounters.table(words);
    if (heading.isPresent()) {
      table = heading.get();
      columns = List.of(words.substring(words.indexOf(':') + 1).strip().split("\\s+"));
      return true;
    }
    if (columns != null && Numbers.unsigned(each[0]).isPresent()) {
      counters(link, each);
      return true;
    }
    return described(link, each);
  }

  private boolean described(LinkDraft link, String[] each) {
    String word = each[0];
    if (word.startsWith("link/")) {
      link.address = each.length > 1 && each[1].indexOf(':') > 0 ? each[1] : null;
    } else if (word.equals("altname") && each.length > 1) {
      link.alternativeNames.add(each[1]);
    } else if (word.equals("inet") || word.equals("inet6")) {
      listsAddresses = true;
      address(link.index, each);
      return true;
    } else if (word.equals("valid_lft") || word.equals("alias") || word.equals("vf")) {
      return true;
    } else if (LinkKinds.contains(word)) {
      link.kind = word;
      link.bond = word.equals("bond") ? BondWords.read(each) : link.bond;
    } else if (word.indexOf(':') > 0 && link.kind == null && each.length == 1) {
      return false;
    }
    words(link, each);
    return true;
  }

  private void counters(LinkDraft link, String[] values) {
    List<String> names = Objects.requireNonNull(columns);
    columns = null;
    for (int i = 0; i < values.length && i < names.size(); i++) {
      if (names.get(i).equals("transns")) {
        link.carrierChanges = Numbers.decimal(values[i]).orElse(null);
      }
      String counter = table.get(names.get(i));
      boolean isNew = link.counters.stream().noneMatch(known -> known.name().equals(counter));
      if (counter != null && isNew) {
        link.count(counter, values[i]);
      }
    }
  }

  private void address(int index, String[] words) {
    if (words.length < 2 || addresses.size() >= MAX) {
      return;
    }
    int slash = words[1].indexOf('/');
    // `inet 198.51.100.1 peer 198.51.100.2/32`: the length stands behind the peer.
    String with = slash < 0 && words.length > 3 && words[2].equals("peer") ? words[3] : words[1];
    int at = with.indexOf('/');
    Optional<Integer> length =
        at < 0 ? Optional.empty() : Numbers.small(with.substring(at + 1)).filter(n -> n <= 128);
    String scope = "";
    for (int i = 2; i + 1 < words.length; i++) {
      scope = words[i].equals("scope") ? words[i + 1] : scope;
    }
    String address = slash < 0 ? words[1] : words[1].substring(0, slash);
    if (length.isPresent() && !scope.isEmpty()) {
      addresses.add(new InterfaceAddress(index, address, length.get(), scope));
    }
  }

  /// Pairs of a word and its value, wherever they stand.
  private static void words(LinkDraft link, String[] words) {
    for (int i = 0; i + 1 < words.length; i++) {
      String value = words[i + 1];
      switch (words[i]) {
        case "mtu" -> link.mtu = Numbers.small(value).orElse(null);
        case "qdisc" -> link.qdisc = value;
        case "master" -> link.master = value;
        case "state" -> link.operational = link.operational == null ? value : link.operational;
        case "permaddr" -> link.permanentAddress = value;
        case "parentbus" -> link.bus = value;
        case "parentdev" -> link.device = value;
        case "numtxqueues" -> link.txQueues = Numbers.small(value).orElse(null);
        case "numrxqueues" -> link.rxQueues = Numbers.small(value).orElse(null);
        case "link-netns", "link-netnsid" -> link.lowerIsElsewhere = true;
        default -> {}
      }
    }
  }
}
