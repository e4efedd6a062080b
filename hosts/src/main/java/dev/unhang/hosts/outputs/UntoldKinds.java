package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.LinkFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Kinds of interfaces where an output prints none, as `ip link` without `-d` and ifconfig do: a
/// master is a bridge or a bond, two that name each other are a veth pair, what sits on another
/// interface is no NIC, and some names are given by programs alone.
///
/// Source: Proxmox VE, PVE/Network.pm, tap_create(), copy_bridge_config(); Man: ip-link(8), "type"
final class UntoldKinds {
  /// Who has no kind of its own has one by its name.
  private static final Map<Pattern, String> BY_NAME =
      Map.of(
          Pattern.compile("(?:vmbr|virbr|fwbr|docker|lxcbr|lxdbr)\\d.*|br-[0-9a-f]{12}|br\\d+"),
              "bridge",
          Pattern.compile("(?:tap|vnet|tun)\\d.*"), "tun",
          Pattern.compile("(?:veth|fwpr|fwln).+"), "veth",
          Pattern.compile("bond\\d+"), "bond",
          Pattern.compile("team\\d+"), "team",
          Pattern.compile("wg\\d+"), "wireguard",
          Pattern.compile("dummy\\d+"), "dummy",
          Pattern.compile("ifb\\d+"), "ifb");

  private static final Pattern VLAN = Pattern.compile("(?<lower>.{1,14})\\.\\d{1,4}");

  private final List<LinkDraft> drafts;
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> lowers = new HashMap<>();
  private final Set<String> masters = new LinkedHashSet<>();
  private final Set<String> ofSlaves = new HashSet<>();

  private UntoldKinds(List<LinkDraft> drafts) {
    this.drafts = new ArrayList<>(drafts);
    for (LinkDraft draft : drafts) {
      names.add(draft.name.value());
      if (draft.lower != null) {
        lowers.put(draft.name.value(), draft.lower);
      }
      if (draft.master != null) {
        masters.add(draft.master);
        if (draft.flags.contains(LinkFlag.SLAVE)) {
          ofSlaves.add(draft.master);
        }
      }
    }
  }

  /// The interfaces with what can be known of their kinds, and the masters that are named and not
  /// listed. An output that tells a kind or a device tells all of them.
  static List<LinkDraft> inferred(List<LinkDraft> drafts) {
    boolean told = drafts.stream().anyMatch(each -> each.kind != null || each.device != null);
    return told ? drafts : new UntoldKinds(drafts).run();
  }

  private List<LinkDraft> run() {
    for (LinkDraft draft : drafts) {
      String name = draft.name.value();
      if (draft.lower == null && VLAN.matcher(name).matches()) {
        String lower = name.substring(0, name.lastIndexOf('.'));
        draft.lower = names.contains(lower) ? lower : null;
      }
      draft.kind = kind(name, draft.lower);
    }
    int index = -1 - drafts.size();
    for (String master : masters) {
      Optional<InterfaceName> name =
          names.contains(master) ? Optional.empty() : InterfaceName.parse(master);
      if (name.isPresent()) {
        LinkDraft unlisted = new LinkDraft(index--, name.get());
        unlisted.kind = kind(master, null);
        drafts.add(unlisted);
      }
    }
    return drafts;
  }

  private @Nullable String kind(String name, @Nullable String lower) {
    String named = byName(name);
    if (masters.contains(name)) {
      boolean bonds = ofSlaves.contains(name) || "bond".equals(named) || "team".equals(named);
      return bonds ? "bond" : "bridge";
    }
    if (lower == null) {
      return named;
    }
    if (named != null) {
      return named;
    }
    boolean isPair = name.equals(lowers.get(lower));
    return !isPair && names.contains(lower) ? "vlan" : "veth";
  }

  private static @Nullable String byName(String name) {
    return BY_NAME.entrySet().stream()
        .filter(each -> each.getKey().matcher(name).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
