package dev.unhang.repair.persist;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.config.boot.NameAtBoot;
import dev.unhang.config.boot.NicIdentity;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.LogicalName;
import dev.unhang.config.interfaces.RaisedAtBoot;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.edit.AddStanzaOption;
import dev.unhang.repair.edit.EditResult;
import dev.unhang.repair.edit.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts lines into a NIC's own stanza of interfaces(5): what all backends that do so share.
final class StanzaLines {
  private static final String KEEP = "keep values at boot";
  private static final HostPath NET = new HostPath("/sys/class/net");

  /// So much of what is pending is shown in a refusal.
  private static final int MAX_SHOWN = 8;

  private final HostView host;

  StanzaLines(HostView host) {
    this.host = host;
  }

  /// The NIC's stanza, where it has one.
  Optional<Interfaces.Found> stanza(NicFacts nic) {
    return InterfacesSource.read(host).known().flatMap(all -> all.definition(name(all, nic)));
  }

  /// The name of the stanza that is run for a NIC.
  private String name(Interfaces interfaces, NicFacts nic) {
    return LogicalName.of(interfaces, nic.name().value(), InterfacesSource.ifupdown(host));
  }

  /// Who runs the stanza at boot.
  RaisedAtBoot raised(NicFacts nic) {
    return InterfacesSource.read(host)
        .known()
        .map(all -> raised(all, nic))
        .orElse(
            new RaisedAtBoot(false, InterfacesSource.MAIN + " was not read", "read it as root"));
  }

  private RaisedAtBoot raised(Interfaces interfaces, NicFacts nic) {
    return RaisedAtBoot.of(interfaces, nic.name().value(), InterfacesSource.networking(host));
  }

  /// The edits that put these options behind the stanza's last one.
  ///
  /// @param options without indent
  Kept keep(Wanted wanted, List<String> options) {
    Interfaces interfaces = interfaces(wanted);
    InterfacesFile file = own(interfaces, wanted);
    RaisedAtBoot raised = raised(interfaces, wanted.nic());
    if (!raised.is()) {
      throw new CannotChange(
          KEEP,
          wanted.nicName(),
          "no program would run the line at boot: " + raised.by(),
          raised.hint());
    }
    String stanza = name(interfaces, wanted.nic());
    refuseShared(interfaces, stanza, wanted);
    Optional<Pending> pending = pending(wanted, file);
    StaleLines stale = new StaleLines(wanted);
    List<Action> actions = new ArrayList<>();
    for (InterfacesFile each : interfaces.files()) {
      InterfacesDocument document = stale.replaced(each);
      if (each.path().equals(file.path())) {
        document = added(document, options, each.path(), stanza);
      }
      action(each, document).ifPresent(actions::add);
    }
    if (pending.isPresent()) {
      InterfacesFile waits = pending.get().file();
      InterfacesDocument document = stale.replaced(waits);
      action(waits, added(document, options, waits.path(), pending.get().nic()))
          .ifPresent(actions::add);
    }
    return new Kept.Written(actions);
  }

  private static Optional<Action> action(InterfacesFile file, InterfacesDocument edited) {
    FileEdit edit = new FileEdit(file.path(), file.document().content(), edited.content());
    return edit.before().equals(edit.after())
        ? Optional.empty()
        : Optional.of(new Action.WriteFile(edit));
  }

  private static InterfacesDocument added(
      InterfacesDocument before, List<String> options, HostPath path, String nic) {
    InterfacesDocument document = before;
    for (String option : options) {
      switch (new AddStanzaOption(nic, option).apply(document)) {
        case EditResult.Edited<InterfacesDocument> edited -> document = edited.document();
        case EditResult.Unchanged<InterfacesDocument> unchanged -> {}
        case EditResult.Refused<InterfacesDocument> refused ->
            throw new EditRefused("edit " + path, nic, refused.why(), refused.hint());
      }
    }
    return document;
  }

  private Interfaces interfaces(Wanted wanted) {
    Reading<Interfaces> interfaces = InterfacesSource.read(host);
    return interfaces
        .known()
        .orElseThrow(() ->
            new CannotChange(
                KEEP,
                wanted.nicName(),
                InterfacesSource.MAIN + " is " + interfaces.whyNot().orElse("not read"),
                "this host keeps its network elsewhere: --keep-by names another way"));
  }

  private InterfacesFile own(Interfaces interfaces, Wanted wanted) {
    return interfaces
        .definition(name(interfaces, wanted.nic()))
        .map(Interfaces.Found::file)
        .orElseThrow(() ->
            new EditRefused(
                KEEP,
                wanted.nicName(),
                "there is no stanza 'iface " + wanted.nicName() + "' in " + InterfacesSource.MAIN,
                "add 'iface " + wanted.nicName() + " inet manual' to it, then try again"));
  }

  /// A line in a stanza that several interfaces have would be run for all of them.
  private void refuseShared(Interfaces interfaces, String name, Wanted wanted) {
    Stanza stanza = interfaces.definition(name).map(Interfaces.Found::stanza).orElseThrow();
    List<String> all =
        LogicalName.interfacesOf(
            interfaces,
            stanza,
            InterfacesSource.ifupdown(host),
            host.list(NET).known().orElse(List.of()));
    if (all.size() > 1) {
      throw new EditRefused(
          KEEP,
          wanted.nicName(),
          "its stanza 'iface "
              + stanza.arguments().getFirst()
              + "' is for "
              + all.size()
              + " interfaces",
          "give " + wanted.nicName() + " a stanza of its own, or choose: --keep-by udev-rule");
    }
  }

  /// The file that waits.
  ///
  /// @param nic the name that the NIC will have when it has taken the other one's place
  private record Pending(InterfacesFile file, String nic) {}

  /// Proxmox VE moves the pending file over the real one at the next boot: a line written to the
  /// real one alone would be lost.
  private Optional<Pending> pending(Wanted wanted, InterfacesFile file) {
    Optional<Content> pending = host.read(InterfacesSource.PENDING).known();
    if (pending.isEmpty()) {
      if (host.attributes(InterfacesSource.PENDING).known().isPresent()) {
        throw pendingRefused(wanted, "it can't be read", "read it as root");
      }
      return Optional.empty();
    }
    if (!wanted.allows(Consent.BOTH_FILES)) {
      throw pendingRefused(
          wanted,
          "it replaces the file at the next boot, and the line with it. It changes: "
              + difference(pending.get()),
          "apply or revert the pending network configuration in the GUI, or have the line written"
              + " to both: "
              + Consent.BOTH_FILES.option());
    }
    if (!file.path().equals(InterfacesSource.MAIN)) {
      // A file that is sourced stays as it is.
      return Optional.empty();
    }
    InterfacesDocument document =
        InterfacesDocument.parse(pending.get(), InterfacesSource.ifupdown(host));
    String later =
        NameAtBoot.of(host, NicIdentity.of(wanted.nic().seen()))
            .map(renamed -> renamed.name().value())
            .orElse(wanted.nicName());
    if (document.definition(later).isEmpty()) {
      throw pendingRefused(
          wanted,
          "it has no stanza 'iface " + later + "': the interface will have another name",
          "reboot or revert the pending network configuration first");
    }
    return Optional.of(new Pending(new InterfacesFile(InterfacesSource.PENDING, document), later));
  }

  private String difference(Content pending) {
    Content now = host.read(InterfacesSource.MAIN).known().orElse(Content.of(""));
    List<String> lines =
        LineDiff.of(new FileEdit(InterfacesSource.MAIN, now, pending)).stream()
            .filter(line -> line.startsWith("+") || line.startsWith("-"))
            .filter(line -> !line.startsWith("+++") && !line.startsWith("---"))
            .toList();
    String shown = String.join(" | ", lines.stream().limit(MAX_SHOWN).toList());
    return lines.isEmpty()
        ? "nothing"
        : lines.size() > MAX_SHOWN ? shown + " | … (" + lines.size() + " lines)" : shown;
  }

  private static EditRefused pendingRefused(Wanted wanted, String why, String hint) {
    return new EditRefused(
        "edit " + InterfacesSource.MAIN,
        wanted.nicName(),
        InterfacesSource.PENDING + " is pending: " + why,
        hint);
  }
}
