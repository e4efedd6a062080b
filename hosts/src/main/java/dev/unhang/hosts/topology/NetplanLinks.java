package dev.unhang.hosts.topology;

import dev.unhang.config.boot.NetplanFiles;
import dev.unhang.config.boot.NetplanFiles.NetplanFile;
import dev.unhang.config.netplan.NetplanDocument;
import dev.unhang.config.netplan.NetplanDocument.Node;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.ElementKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What netplan's files say of who belongs to whom.
///
/// Man: netplan(5), "Properties for device types bridges:", "bonds:", "vlans:", "vrfs:"
final class NetplanLinks {
  private static final String NETWORK = "network";

  /// Kinds of devices, and what they are here.
  private static final Map<String, ElementKind> KINDS =
      Map.of(
          "ethernets", ElementKind.NIC,
          "wifis", ElementKind.NIC,
          "modems", ElementKind.NIC,
          "bridges", ElementKind.BRIDGE,
          "bonds", ElementKind.BOND,
          "vlans", ElementKind.VLAN,
          "vrfs", ElementKind.OTHER,
          "tunnels", ElementKind.OTHER,
          "dummy-devices", ElementKind.OTHER,
          "virtual-ethernets", ElementKind.VETH);

  private final Map<String, String> names = new HashMap<>();
  private final Parts parts;

  private NetplanLinks(Parts parts) {
    this.parts = parts;
  }

  static void add(HostView host, Parts parts) {
    NetplanFiles files = NetplanFiles.read(host);
    OtherConfigurations.gaps(files.troubles(), !files.files().isEmpty(), parts);
    NetplanLinks links = new NetplanLinks(parts);
    files.files().forEach(links::name);
    files.files().forEach(links::file);
  }

  /// A definition's id is what others call it by, and its interface's name unless it says more.
  private void name(NetplanFile file) {
    for (Node kind : file.document().below(List.of(NETWORK))) {
      for (Node device : file.document().below(kind.path())) {
        String id = device.path().getLast();
        Optional<String> given =
            value(file, device, "set-name").or(() -> value(file, device, "match", "name"));
        names.put(id, given.orElse(id));
      }
    }
  }

  private void file(NetplanFile file) {
    Origin origin = new Origin(file.path().value());
    file.document()
        .oddity()
        .ifPresent(why ->
            parts.addUnread(
                new Trouble(new Place.Whole(origin), "what it says is not all read: " + why)));
    for (Node kind : file.document().below(List.of(NETWORK))) {
      ElementKind is = KINDS.getOrDefault(kind.path().getLast(), ElementKind.OTHER);
      boolean isKnown = KINDS.containsKey(kind.path().getLast());
      for (Node device : isKnown ? file.document().below(kind.path()) : List.<Node>of()) {
        Described described = new Described(parts, new Place.Line(origin, device.index() + 1L));
        String name = named(device.path().getLast());
        described.is(name, is, label(file, device, kind.path().getLast()));
        ports(file, device).forEach(port -> member(described, is, named(port), name));
        value(file, device, "link").ifPresent(lower -> described.sitsOn(name, named(lower)));
      }
    }
  }

  private static void member(Described described, ElementKind kind, String port, String of) {
    if (kind == ElementKind.BRIDGE || kind == ElementKind.BOND) {
      described.isMember(port, of);
    } else {
      described.sitsOn(of, port);
    }
  }

  private String named(String id) {
    return names.getOrDefault(id, id);
  }

  private static Optional<String> label(NetplanFile file, Node device, String kind) {
    return switch (kind) {
      case "vlans" -> value(file, device, "id").map(id -> "id " + id);
      case "bonds" -> value(file, device, "parameters", "mode");
      case "tunnels" -> value(file, device, "mode");
      case "vrfs" -> Optional.of("VRF");
      case "dummy-devices" -> Optional.of("dummy");
      default -> Optional.empty();
    };
  }

  private static Optional<String> value(NetplanFile file, Node device, String... below) {
    List<String> path = new ArrayList<>(device.path());
    path.addAll(List.of(below));
    return file.document().at(path).map(Node::value).filter(text -> !text.isEmpty());
  }

  private static List<String> ports(NetplanFile file, Node device) {
    List<String> path = new ArrayList<>(device.path());
    path.add("interfaces");
    NetplanDocument document = file.document();
    return document.at(path).map(document::items).orElse(List.of());
  }
}
