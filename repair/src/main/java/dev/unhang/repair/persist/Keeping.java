package dev.unhang.repair.persist;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.config.boot.OtherSetups;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps values by the backend that governs a NIC, or by the one that was chosen.
public final class Keeping {
  /// These look after lines of their own kind that say the opposite.
  private static final Set<Keeper> LOOKS_ITSELF =
      Set.of(Keeper.INTERFACES, Keeper.LINK_FILE, Keeper.NETPLAN, Keeper.NETWORK_MANAGER);

  private final HostView host;
  private final Backends backends;
  private final Optional<Persistence> chosen;
  private final Set<Consent> consents;

  /// @param chosen empty for the one that governs the NIC
  public Keeping(HostView host, Optional<Persistence> chosen, Set<Consent> consents) {
    this.host = host;
    this.backends = new Backends(host);
    this.chosen = chosen;
    this.consents = Set.copyOf(consents);
  }

  /// The host they are kept on.
  public HostView host() {
    return host;
  }

  /// How values are kept, and by whom.
  public record Result(Persistence by, Kept kept) {}

  /// Whether lines of others are to be replaced by unhang's own.
  public boolean takesOver() {
    return consents.contains(Consent.TAKE_OVER);
  }

  /// Whether a line that keeps a value is of another fix.
  public static boolean isOfOthers(Setting setting) {
    return Leftovers.isOfOthersUnit(setting);
  }

  /// What keeps the values; throws EditRefused or CannotChange where nothing can safely.
  public Result keep(NicFacts nic, List<Tuning> values) {
    Persistence by = chosen.or(() -> backends.governing(nic)).orElseThrow(() -> ungoverned(nic));
    Wanted wanted = new Wanted(nic, values, consents);
    refuseOpposites(by, wanted);
    Kept kept = by.keep(wanted);
    if (!(kept instanceof Kept.Written written)) {
      return new Result(by, kept);
    }
    Leftovers leftovers = new Leftovers(host, wanted);
    List<Action> actions = new ArrayList<>(written.actions());
    actions.addAll(leftovers.actions());
    List<String> notes = new ArrayList<>(written.notes());
    notes.addAll(leftovers.notes());
    return new Result(by, new Kept.Written(actions, notes));
  }

  private CannotChange ungoverned(NicFacts nic) {
    return new CannotChange(
        "keep values at boot",
        nic.name().value(),
        "nothing that was looked at sets it up at boot: no stanza in /etc/network/interfaces, no"
            + " definition in /etc/netplan, no file in /etc/sysconfig/network-scripts, no profile"
            + " of NetworkManager that is for it alone and brought up by itself, and"
            + " systemd-networkd is not enabled"
            + notLookedAt(),
        (InterfacesSource.read(host).known().isPresent()
                ? "add 'auto "
                    + nic.name()
                    + "' and below it 'iface "
                    + nic.name()
                    + " inet manual' to "
                    + InterfacesSource.MAIN
                    + ", or choose a way: "
                : "choose a way: ")
            + "--keep-by udev-rule, systemd-link or systemd-unit");
  }

  /// Who may set it up for all that was read.
  private String notLookedAt() {
    List<Trouble> unread = OtherSetups.unread(host);
    return unread.isEmpty()
        ? ""
        : "; not looked at: " + String.join("; ", unread.stream().map(Trouble::toString).toList());
  }

  /// Lines that are run behind those of the backend, and say the opposite.
  private void refuseOpposites(Persistence by, Wanted wanted) {
    for (Tuning value : wanted.values()) {
      if (!(value instanceof Tuning.Offload offload)) {
        continue;
      }
      for (Setting line : wanted.nic().settings().known().orElse(List.of())) {
        boolean opposite =
            line.group() == offload.group() && line.on() != offload.on() && line.runsAtBoot();
        if (opposite && wins(line, by) && !(takesOver() && isOfOthers(line))) {
          throw new EditRefused(
              "keep " + offload.subject() + " " + offload.value(),
              wanted.nicName(),
              line.place() + " says the opposite, and is run later: " + line.text(),
              isOfOthers(line)
                  ? "take it out, or have it taken over: " + Consent.TAKE_OVER.option()
                  : "take that line out, then try again");
        }
      }
    }
  }

  private static boolean wins(Setting line, Persistence by) {
    return by.keeper()
        .map(own ->
            line.keeper() == own ? !LOOKS_ITSELF.contains(own) : line.keeper().compareTo(own) > 0)
        .orElse(false);
  }
}
