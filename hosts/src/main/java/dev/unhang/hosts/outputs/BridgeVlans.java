package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `bridge vlan`, also `-j`; of any age.
///
/// ```
/// port              vlan-id
/// eno1              1 PVID Egress Untagged
///                   10-12
/// ```
///
/// Man: bridge(8), "bridge vlan show"
public final class BridgeVlans {
  private static final int MAX = 100_000;
  private static final int MAX_ID = 4095;
  private static final Pattern HEADING = Pattern.compile("port\\s+vlan[ -]ids?\\s*");

  /// `10`, `10-12`, with what is said of them behind.
  private static final Pattern VLAN = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?((?: .*)?)");

  private BridgeVlans() {}

  /// The VLANs in the order printed. An empty list is one: no bridge filters VLANs.
  public static Reading<List<PortVlan>> read(PastedText text) {
    Notes notes = new Notes(text);
    if (text.text().stripLeading().startsWith("[")) {
      return notes.reading(json(text, notes));
    }
    List<PortVlan> vlans = new ArrayList<>();
    boolean headed = false;
    Optional<InterfaceName> port = Optional.empty();
    for (int i = 0; i < text.lines().size() && vlans.size() < MAX; i++) {
      String line = text.lines().get(i);
      if (isHeading(line)) {
        headed = true;
        continue;
      }
      String rest = line.strip();
      if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
        String[] parts = rest.split("\\s+", 2);
        port = InterfaceName.parse(parts[0]);
        rest = parts.length > 1 ? parts[1] : "";
      }
      Optional<PortVlan> vlan = port.isPresent() ? vlan(port.get(), rest) : Optional.empty();
      vlan.ifPresent(vlans::add);
      boolean bare = rest.isEmpty() || rest.equals("None");
      if (vlan.isEmpty() && !(headed && bare)) {
        notes.stray(i);
      }
    }
    return headed ? notes.reading(List.copyOf(vlans)) : notes.nothing("VLANs of ports");
  }

  /// Whether a line is the first of such an output.
  static boolean isHeading(String line) {
    return HEADING.matcher(line).matches();
  }

  private static Optional<PortVlan> vlan(InterfaceName port, String text) {
    Matcher vlan = VLAN.matcher(text);
    if (!vlan.matches()) {
      return Optional.empty();
    }
    String last = vlan.group(2) == null ? vlan.group(1) : vlan.group(2);
    String flags = vlan.group(3);
    return vlan(port, vlan.group(1), last, flags.contains("PVID"), flags.contains("Untagged"));
  }

  private static Optional<PortVlan> vlan(
      InterfaceName port, String first, String last, boolean pvid, boolean untagged) {
    Optional<Integer> from = Numbers.small(first).filter(id -> id <= MAX_ID);
    Optional<Integer> to = Numbers.small(last).filter(id -> id <= MAX_ID);
    return from.isPresent() && to.isPresent() && from.get() <= to.get()
        ? Optional.of(new PortVlan(port, from.get(), to.get(), pvid, untagged))
        : Optional.empty();
  }

  private static List<PortVlan> json(PastedText text, Notes notes) {
    List<PortVlan> vlans = new ArrayList<>();
    for (Map<String, Object> object : JsonArray.read(text, notes)) {
      Optional<InterfaceName> port = JsonArray.text(object, "ifname").flatMap(InterfaceName::parse);
      for (Map<String, Object> each : JsonArray.objects(object, "vlans")) {
        String first = JsonArray.text(each, "vlan").orElse("");
        String last = JsonArray.text(each, "vlanEnd").orElse(first);
        List<String> flags = JsonArray.texts(each, "flags");
        port.flatMap(name ->
                vlan(name, first, last, flags.contains("PVID"), flags.contains("Egress Untagged")))
            .ifPresent(vlans::add);
      }
    }
    return List.copyOf(vlans);
  }
}
