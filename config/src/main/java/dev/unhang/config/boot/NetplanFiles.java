package dev.unhang.config.boot;

import dev.unhang.config.ethtool.OffloadSwitch;
import dev.unhang.config.ini.IniFile;
import dev.unhang.config.netplan.NetplanDocument;
import dev.unhang.config.netplan.NetplanDocument.Node;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Setting.AtBoot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// netplan's files. At boot its generator turns them into link files; only those for networkd have
/// words for offloads.
///
/// Man: netplan(5), "Properties for physical device types"; netplan-generate(8)
///
/// @param files in the order they are read, by name whatever their folder
/// @param generates whether its generator is there, which systemd runs at boot
/// @param troubles what could not be read
public record NetplanFiles(List<NetplanFile> files, boolean generates, List<Trouble> troubles) {
  private static final List<HostPath> FOLDERS =
      List.of(
          new HostPath("/run/netplan"),
          new HostPath("/etc/netplan"),
          new HostPath("/usr/lib/netplan"));
  private static final List<HostPath> GENERATORS =
      List.of(
          new HostPath("/usr/lib/systemd/system-generators/netplan"),
          new HostPath("/lib/systemd/system-generators/netplan"));

  /// Where NICs are.
  public static final List<String> ETHERNETS = List.of("network", "ethernets");

  /// netplan's keys, and what `ethtool -K` calls the same.
  public static final Map<String, String> FEATURES =
      Map.of(
          "tcp-segmentation-offload", "tx-tcp-segmentation",
          "tcp6-segmentation-offload", "tx-tcp6-segmentation",
          "generic-segmentation-offload", "gso",
          "generic-receive-offload", "gro",
          "large-receive-offload", "lro",
          "receive-checksum-offload", "rx",
          "transmit-checksum-offload", "tx");

  public NetplanFiles {
    files = List.copyOf(files);
    troubles = List.copyOf(troubles);
  }

  /// One file.
  public record NetplanFile(HostPath path, Content content, NetplanDocument document) {}

  /// A NIC's definition.
  ///
  /// @param id as netplan calls it: the interface's name, where it doesn't say otherwise
  public record Definition(NetplanFile file, String id, Node key) {
    /// A value right below it, or below one of its keys.
    public Optional<String> value(String... path) {
      List<String> whole = new ArrayList<>(key.path());
      whole.addAll(List.of(path));
      return file.document().at(whole).map(Node::value);
    }

    /// Whether it is told by its address, as netplan wants it for offloads. Where the NIC's is not
    /// known, the name that the definition gives it tells.
    public boolean isByAddress(LinkIdentity nic) {
      return value("match", "macaddress")
          .map(text ->
              nic.mac()
                  .map(mac -> mac.equals(text.toLowerCase(Locale.ROOT)))
                  .orElseGet(() -> value("set-name").filter(nic::isCalled).isPresent()))
          .orElse(false);
    }

    /// Whether it may be the NIC's for all that is known: it asks for an address.
    private boolean mayBe(LinkIdentity nic) {
      return nic.mac().isEmpty() && value("match", "macaddress").isPresent();
    }

    private boolean isFor(LinkIdentity nic) {
      if (value("match").isEmpty()) {
        return nic.isCalled(id);
      }
      return value("match", "macaddress").isPresent()
          ? isByAddress(nic)
          : value("match", "name").filter(nic::isCalled).isPresent();
    }
  }

  /// Reads them all.
  public static NetplanFiles read(HostView host) {
    ConfigFolder folder = ConfigFolder.read(host, FOLDERS, ".yaml");
    List<NetplanFile> files = new ArrayList<>();
    for (ConfigFolder.File file : folder.files()) {
      host.read(file.path())
          .known()
          .ifPresent(content ->
              files.add(new NetplanFile(file.path(), content, NetplanDocument.parse(content))));
    }
    files.sort(Comparator.comparing(file -> name(file.path())));
    return new NetplanFiles(
        files,
        GENERATORS.stream().anyMatch(path -> host.attributes(path).known().isPresent()),
        folder.troubles());
  }

  private static String name(HostPath path) {
    return path.value().substring(path.value().lastIndexOf('/') + 1);
  }

  /// What defines a NIC, in the order it is read.
  public List<Definition> definitions(LinkIdentity nic) {
    return all().stream().filter(definition -> definition.isFor(nic)).toList();
  }

  /// A definition by an address that may be the NIC's, whose own is not known; empty where none is.
  public Optional<Definition> doubtful(LinkIdentity nic) {
    return all().stream().filter(each -> each.mayBe(nic) && !each.isFor(nic)).findFirst();
  }

  private List<Definition> all() {
    return files.stream()
        .flatMap(file ->
            file.document().below(ETHERNETS).stream()
                .map(key -> new Definition(file, key.path().getLast(), key)))
        .toList();
  }

  /// Who carries a definition out: `networkd`, unless the definition says otherwise.
  public String renderer(Definition definition) {
    return definition
        .value("renderer")
        .or(() -> definition.file().document().at(append("renderer")).map(Node::value))
        .or(() ->
            files.stream()
                .flatMap(file ->
                    file.document().at(List.of("network", "renderer")).map(Node::value).stream())
                .reduce((earlier, later) -> later))
        .orElse("networkd");
  }

  private static List<String> append(String key) {
    List<String> path = new ArrayList<>(ETHERNETS);
    path.add(key);
    return path;
  }

  /// What a NIC gets.
  List<Setting> of(LinkIdentity nic) {
    List<Setting> settings = new ArrayList<>();
    for (Definition definition : definitions(nic)) {
      for (Node key : definition.file().document().below(definition.key().path())) {
        String feature = FEATURES.get(key.path().getLast());
        if (feature != null) {
          IniFile.truth(key.value())
              .flatMap(on -> OffloadSwitch.of(nic.name(), feature, on))
              .ifPresent(each -> settings.add(setting(definition, key, each)));
        }
      }
    }
    return settings;
  }

  private Setting setting(Definition definition, Node key, OffloadSwitch each) {
    String renderer = renderer(definition);
    boolean networkd = renderer.equals("networkd");
    String why =
        !generates
            ? "netplan's generator is not there"
            : networkd
                ? "netplan makes a link file of it at boot"
                : "netplan hands it to " + renderer + ", which has no such key";
    return new Setting(
        each.group(),
        each.feature(),
        each.on(),
        Keeper.NETPLAN,
        new Place.Line(new Origin(definition.file().path().value()), key.index() + 1L),
        definition.file().document().lines().text(key.index()).strip(),
        AtBoot.of(generates && networkd),
        why);
  }
}
