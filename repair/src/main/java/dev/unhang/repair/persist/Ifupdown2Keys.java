package dev.unhang.repair.persist;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.OffloadLines;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// ifupdown2's own keys in the NIC's stanza: `tso-offload off`.
///
/// ifupdown2: addons/ethtool.py (3.0.0). Its addon looks at the first NIC's state for the second
/// one too, for all offloads but tso, gso and ufo: a key for one of those is only certain where no
/// other stanza has any.
public final class Ifupdown2Keys implements Persistence {
  private static final HostPath ADDONS = new HostPath("/etc/network/ifupdown2/addons.conf");
  private static final Set<OffloadGroup> ALWAYS_SET = Set.of(OffloadGroup.TSO, OffloadGroup.GSO);
  private static final Set<OffloadGroup> COMPARED =
      Set.of(OffloadGroup.GRO, OffloadGroup.LRO, OffloadGroup.TX, OffloadGroup.RX);

  private final HostView host;
  private final StanzaKeys keys;

  public Ifupdown2Keys(HostView host) {
    this.host = host;
    this.keys = new StanzaKeys(new StanzaLines(host), OffloadLines.Form.IFUPDOWN2_KEY);
  }

  @Override
  public String name() {
    return "ifupdown2-keys";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.of(Keeper.INTERFACES);
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    return InterfacesSource.ifupdown(host) == Ifupdown.IFUPDOWN2
        ? keys.governs(nic)
        : Optional.empty();
  }

  @Override
  public Kept keep(Wanted wanted) {
    if (InterfacesSource.ifupdown(host) != Ifupdown.IFUPDOWN2) {
      throw StanzaKeys.refused(wanted, "the keys are ifupdown2's, which is not installed");
    }
    boolean unlisted =
        host.read(ADDONS)
            .known()
            .map(content -> content.utf8().lines().noneMatch(line -> line.endsWith(",ethtool")))
            .orElse(false);
    if (unlisted) {
      throw StanzaKeys.refused(wanted, ADDONS + " does not list the addon ethtool");
    }
    new Programs(host).path("ethtool", wanted.nicName());
    boolean othersToo = othersHaveKeys(wanted);
    return keys.keep(wanted, value -> key(value, othersToo), "ifupdown2");
  }

  private boolean othersHaveKeys(Wanted wanted) {
    for (Stanza stanza :
        InterfacesSource.read(host).known().map(all -> all.stanzas()).orElse(List.of())) {
      if (stanza.keyword().equals("iface") && !stanza.defines(wanted.nicName())) {
        for (Option option : stanza.options()) {
          if (OffloadLines.of(option, "").stream()
              .anyMatch(line -> line.form() == OffloadLines.Form.IFUPDOWN2_KEY)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<String> key(Tuning value, boolean othersToo) {
    return value instanceof Tuning.Offload offload
            && (ALWAYS_SET.contains(offload.group())
                // The addon takes these for on whatever they are, and never turns them on.
                ? !offload.on()
                : COMPARED.contains(offload.group()) && !othersToo)
        ? List.of(offload.subject() + "-offload " + offload.value())
        : List.of();
  }

  @Override
  public String runBy(NicFacts nic) {
    return keys.lines().raised(nic).by();
  }
}
