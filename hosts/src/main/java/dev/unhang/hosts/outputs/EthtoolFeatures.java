package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `ethtool -k IF`, of any version.
///
/// ```
/// Features for eno1:
/// tx-checksumming: on
/// 	tx-checksum-ipv4: off [fixed]
/// 	tx-checksum-ip-generic: on
/// generic-receive-offload: off [requested on]
/// ```
///
/// A group with several members is ethtool's summary of them. Where a text lists none of them (old
/// ethtools, shortened pastes), the group itself stands for them under its long name.
///
/// Man: ethtool(8), "-k --show-features"; ethtool netlink/features.c, dump_features()
public final class EthtoolFeatures {
  /// The kernel has 64.
  private static final int MAX = 256;

  /// The groups that several features belong to.
  private static final Set<OffloadGroup> SUMMARIES =
      Set.of(OffloadGroup.TX, OffloadGroup.SG, OffloadGroup.TSO);

  /// The kernel's names of what ethtool prints under another one.
  private static final Map<OffloadGroup, String> SINGLE =
      Map.of(
          OffloadGroup.RX, "rx-checksum",
          OffloadGroup.GSO, "tx-generic-segmentation",
          OffloadGroup.GRO, "rx-gro",
          OffloadGroup.LRO, "rx-lro",
          OffloadGroup.RXVLAN, "rx-vlan-hw-parse",
          OffloadGroup.TXVLAN, "tx-vlan-hw-insert",
          OffloadGroup.NTUPLE, "rx-ntuple-filter",
          OffloadGroup.RXHASH, "rx-hashing");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{1,62}");

  private final Notes notes;
  private final Map<String, Offload> features = new LinkedHashMap<>();
  private final Map<OffloadGroup, Offload> summaries = new LinkedHashMap<>();

  private EthtoolFeatures(Notes notes) {
    this.notes = notes;
  }

  /// The features of the interface that comes first.
  public static Reading<Offloads> read(PastedText text) {
    Notes notes = new Notes(text);
    EthtoolFeatures reader = new EthtoolFeatures(notes);
    boolean begun = false;
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      if (isHeading(line)) {
        if (begun || !reader.features.isEmpty()) {
          notes.trouble(i, "another interface begins: the rest is left out");
          break;
        }
        begun = true;
      } else if (line.strip().equals("Actual changes:")) {
        notes.trouble(i, "what ethtool -K changed follows: left out");
        break;
      } else {
        reader.line(i, line);
      }
      if (reader.features.size() >= MAX) {
        notes.trouble(i, "more than " + MAX + " features: the rest is left out");
        break;
      }
    }
    return reader.end();
  }

  /// Whether a line is the first of such an output.
  static boolean isHeading(String line) {
    return nic(line).isPresent();
  }

  /// The interface a heading names.
  static Optional<InterfaceName> nic(String line) {
    return Headings.nic(line, "Features for")
        .or(() -> Headings.nic(line, "Offload parameters for"));
  }

  /// Whether a line looks like one of its features.
  static boolean isFeature(String line) {
    Optional<Labelled> parts = Labelled.of(line);
    return parts.isPresent()
        && NAME.matcher(name(parts.get())).matches()
        && parts.get().label().indexOf('-') > 0
        && Mark.of(parts.get().value()).isPresent();
  }

  private static String name(Labelled parts) {
    return parts.label().replace(' ', '-');
  }

  private void line(int at, String line) {
    Optional<Labelled> parts = Labelled.of(line);
    String name = parts.map(EthtoolFeatures::name).orElse("");
    if (parts.isEmpty() || !NAME.matcher(name).matches()) {
      notes.stray(at);
      return;
    }
    Optional<Mark> mark = Mark.of(parts.get().value());
    if (mark.isEmpty()) {
      notes.stray(at);
      return;
    }
    Optional<OffloadGroup> group = OffloadGroup.named(name);
    if (group.isPresent() && SUMMARIES.contains(group.get())) {
      summaries.putIfAbsent(group.get(), mark.get().feature(group.get().longName()));
      features.putIfAbsent(group.get().longName(), mark.get().feature(group.get().longName()));
      return;
    }
    String kernelName = group.map(one -> SINGLE.getOrDefault(one, name)).orElse(name);
    add(at, mark.get().feature(kernelName));
  }

  private void add(int at, Offload feature) {
    Offload before = features.putIfAbsent(feature.name(), feature);
    if (before != null && !before.equals(feature)) {
      notes.trouble(at, feature.name() + " stands here twice and differs: the first counts");
    }
  }

  private Reading<Offloads> end() {
    for (OffloadGroup group : summaries.keySet()) {
      boolean hasMembers =
          features.keySet().stream()
              .anyMatch(name -> group.matches(name) && !name.equals(group.longName()));
      if (hasMembers) {
        features.remove(group.longName());
      }
    }
    return features.isEmpty()
        ? notes.nothing("features")
        : notes.reading(new Offloads(List.copyOf(features.values())));
  }

  /// What stands behind a feature's name.
  private record Mark(boolean active, boolean wanted, boolean changeable) {
    static Optional<Mark> of(String value) {
      return switch (value) {
        case "on" -> Optional.of(new Mark(true, true, true));
        case "off" -> Optional.of(new Mark(false, false, true));
        case "on [fixed]" -> Optional.of(new Mark(true, true, false));
        case "off [fixed]" -> Optional.of(new Mark(false, false, false));
        case "on [requested off]" -> Optional.of(new Mark(true, false, true));
        case "off [requested on]" -> Optional.of(new Mark(false, true, true));
        default -> Optional.empty();
      };
    }

    Offload feature(String name) {
      return new Offload(name, active, wanted, changeable);
    }
  }
}
