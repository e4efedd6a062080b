package dev.unhang.repair.persist;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.OffloadLines;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;

/// Keys of the hook that Debian's ethtool brings, in the NIC's stanza: `offload-tso off`.
///
/// Debian ethtool: /etc/network/if-up.d/ethtool. ifupdown2 runs such hooks where its configuration
/// says `addon_scripts_support=1`, as Debian's does.
public final class EthtoolHookKeys implements Persistence {
  private static final String HOOK = "/etc/network/if-up.d/ethtool";
  private static final HostPath IFUPDOWN2 = new HostPath("/etc/network/ifupdown2/ifupdown2.conf");

  private final HostView host;
  private final StanzaKeys keys;

  public EthtoolHookKeys(HostView host) {
    this.host = host;
    this.keys = new StanzaKeys(new StanzaLines(host), OffloadLines.Form.HOOK_KEY);
  }

  @Override
  public String name() {
    return "ethtool-hook-keys";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.of(Keeper.INTERFACES);
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    return keys.governs(nic);
  }

  @Override
  public Kept keep(Wanted wanted) {
    Programs programs = new Programs(host);
    programs.path("ethtool", wanted.nicName());
    if (!programs.exists(HOOK)) {
      throw StanzaKeys.refused(wanted, "the keys are for " + HOOK + ", which is not there");
    }
    if (InterfacesSource.ifupdown(host) == Ifupdown.NG) {
      throw StanzaKeys.refused(
          wanted, "ifupdown-ng gives the keys other names, which the hook doesn't know");
    }
    if (InterfacesSource.ifupdown(host) == Ifupdown.IFUPDOWN2 && !runsHooks()) {
      throw StanzaKeys.refused(wanted, IFUPDOWN2 + " does not say addon_scripts_support=1");
    }
    Optional<String> noHooks = InterfacesSource.noHooks(host, wanted.nicName());
    if (noHooks.isPresent()) {
      throw StanzaKeys.refused(wanted, noHooks.get());
    }
    return keys.keep(wanted, EthtoolHookKeys::key, "Debian's hook for ethtool");
  }

  private boolean runsHooks() {
    return host.read(IFUPDOWN2)
        .known()
        .map(content ->
            content.utf8().lines().anyMatch(line -> line.strip().equals("addon_scripts_support=1")))
        .orElse(false);
  }

  private static List<String> key(Tuning value) {
    return switch (value) {
      case Tuning.Offload offload -> List.of("offload-" + offload.subject() + " " + value.value());
      case Tuning.RingLength ring ->
          List.of("hardware-dma-ring-" + ring.direction() + " " + value.value());
      case Tuning.Coalescing held ->
          List.of("hardware-irq-coalesce-" + held.subject() + " " + value.value());
      case Tuning.FlowControl flow ->
          List.of(
              "ethernet-pause-autoneg " + word(flow.pause().autonegotiation()),
              "ethernet-pause-rx " + word(flow.pause().rx()),
              "ethernet-pause-tx " + word(flow.pause().tx()));
      case Tuning.EnergyEfficiency eee -> List.of();
      case Tuning.DriverFlag own -> List.of();
      case Tuning.Aspm aspm -> List.of();
    };
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }

  @Override
  public String runBy(NicFacts nic) {
    return keys.lines().raised(nic).by();
  }
}
