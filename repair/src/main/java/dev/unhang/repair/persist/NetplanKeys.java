package dev.unhang.repair.persist;

import dev.unhang.config.boot.NetplanFiles;
import dev.unhang.config.boot.NetplanFiles.Definition;
import dev.unhang.config.boot.NicIdentity;
import dev.unhang.config.netplan.NetplanDocument;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostView;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.edit.EditResult;
import dev.unhang.repair.edit.SetNetplanKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keys of the NIC's definition in netplan, where networkd carries it out.
///
/// A netplan that doesn't know a key refuses the whole file, and the host has no network: which one
/// is installed has to be known first.
///
/// Man: netplan(5), "receive-checksum-offload (bool) – since 0.104"
public final class NetplanKeys implements Persistence {
  private static final Map<OffloadGroup, List<String>> KEYS =
      Map.of(
          OffloadGroup.TSO, List.of("tcp-segmentation-offload", "tcp6-segmentation-offload"),
          OffloadGroup.GSO, List.of("generic-segmentation-offload"),
          OffloadGroup.GRO, List.of("generic-receive-offload"),
          OffloadGroup.LRO, List.of("large-receive-offload"),
          OffloadGroup.RX, List.of("receive-checksum-offload"),
          OffloadGroup.TX, List.of("transmit-checksum-offload"));

  /// The release that has the keys is 0.104.
  private static final int SINCE_MINOR = 104;

  private final HostView host;

  public NetplanKeys(HostView host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "netplan";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.of(Keeper.NETPLAN);
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    return NetplanFiles.read(host).definitions(NicIdentity.of(nic.seen())).stream()
        .findFirst()
        .map(found -> found.file().path() + " defines " + found.id());
  }

  @Override
  public Kept keep(Wanted wanted) {
    LinkIdentity nic = NicIdentity.of(wanted.nic().seen());
    Definition definition = definition(NetplanFiles.read(host), nic, wanted);
    if (!definition.isByAddress(nic)) {
      throw refused(
          wanted,
          definition.id()
              + " is not matched by the NIC's address, without which netplan's offloads are not"
              + " certain to be set",
          "give it 'match: macaddress: "
              + nic.mac().orElse("…")
              + "' on lines of their own and"
              + " 'set-name: "
              + nic.name()
              + "', or choose: --keep-by udev-rule");
    }
    if (Version.ofPackage(host, "netplan.io")
        .filter(version -> version.isAtLeast(0, SINCE_MINOR))
        .isEmpty()) {
      throw refused(
          wanted,
          "dpkg does not say that netplan is 0.104 or later; an older one refuses the whole file",
          "choose another way: --keep-by udev-rule");
    }
    NetplanDocument document = definition.file().document();
    for (Tuning value : wanted.values()) {
      for (String key : keys(value, wanted)) {
        document = set(document, definition, key, value.value().equals("on"), wanted);
      }
    }
    Content before = definition.file().content();
    Content after = document.lines().content();
    return new Kept.Written(
        after.equals(before)
            ? List.of()
            : List.of(new Action.WriteFile(new FileEdit(definition.file().path(), before, after))));
  }

  private static Definition definition(NetplanFiles files, LinkIdentity nic, Wanted wanted) {
    List<Definition> found = files.definitions(nic);
    if (found.size() != 1) {
      throw refused(
          wanted,
          found.isEmpty()
              ? "no file of netplan defines this NIC"
              : "several files of netplan define this NIC",
          "choose another way: --keep-by udev-rule");
    }
    Definition definition = found.getFirst();
    String renderer = files.renderer(definition);
    if (!files.generates() || !renderer.equals("networkd")) {
      throw refused(
          wanted,
          files.generates()
              ? "its renderer is " + renderer + ", and only networkd knows offloads"
              : "netplan's generator is not there: no program would read the keys at boot",
          "choose another way: --keep-by udev-rule");
    }
    if (!definition.file().path().value().startsWith("/etc/")) {
      throw refused(
          wanted,
          definition.file().path() + " is no file to edit",
          "define the NIC below /etc/netplan, then try again");
    }
    return definition;
  }

  private static NetplanDocument set(
      NetplanDocument document, Definition definition, String key, boolean on, Wanted wanted) {
    String value = on ? "true" : "false";
    Optional<String> now = definition.value(key).filter(text -> !text.equals(value));
    if (now.isPresent() && !wanted.allows(Consent.TAKE_OVER)) {
      throw refused(
          wanted,
          definition.file().path() + " says " + key + ": " + now.get(),
          "change that line, or have it changed: " + Consent.TAKE_OVER.option());
    }
    return switch (new SetNetplanKey(definition.key().path(), key, value).apply(document)) {
      case EditResult.Edited<NetplanDocument> edited -> edited.document();
      case EditResult.Unchanged<NetplanDocument> unchanged -> document;
      case EditResult.Refused<NetplanDocument> refused ->
          throw new EditRefused(
              "edit " + definition.file().path(),
              wanted.nicName(),
              refused.why(),
              refused.hint() + ", or choose: --keep-by udev-rule");
    };
  }

  private static List<String> keys(Tuning value, Wanted wanted) {
    List<String> keys =
        value instanceof Tuning.Offload offload
            ? KEYS.getOrDefault(offload.group(), List.of())
            : List.of();
    if (keys.isEmpty()) {
      throw new EditRefused(
          "keep " + value.subject() + " " + value.value(),
          wanted.nicName(),
          "netplan has no key for it",
          "keep it by a line that calls ethtool: --keep-by udev-rule");
    }
    return keys;
  }

  private static CannotChange refused(Wanted wanted, String why, String hint) {
    return new CannotChange("keep values at boot", wanted.nicName(), why, hint);
  }

  @Override
  public String runBy(NicFacts nic) {
    return "netplan makes a link file of it at boot, which udev applies";
  }
}
