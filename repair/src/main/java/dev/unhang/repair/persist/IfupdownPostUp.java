package dev.unhang.repair.persist;

import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.RaisedAtBoot;
import dev.unhang.diagnose.source.InterfacesSource;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.nic.Tuning;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.edit.AddStanzaOption;
import dev.unhang.repair.edit.EditResult;
import java.util.List;
import java.util.Optional;

/// A `post-up` line in the NIC's own stanza of interfaces(5), for ifupdown and ifupdown2.
///
/// The line says `$IFACE`, so it stays true when the stanza is renamed; it names ethtool by an
/// absolute path that exists; and it can't fail the interface.
///
/// Man: interfaces(5), "post-up"; ethtool(8), "-K"
public final class IfupdownPostUp implements Persistence {
  private static final List<HostPath> ETHTOOLS =
      List.of(
          new HostPath("/usr/sbin/ethtool"),
          new HostPath("/sbin/ethtool"),
          new HostPath("/usr/bin/ethtool"));

  private final HostView host;

  public IfupdownPostUp(HostView host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "interfaces-post-up";
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    return InterfacesSource.read(host)
        .known()
        .flatMap(all -> all.definition(nic.name().value()))
        .map(stanza -> stanza.file().path() + " has its stanza");
  }

  @Override
  public List<Action> keep(NicFacts facts, List<Tuning> values) {
    InterfaceName nic = facts.name();
    refuseWhilePending(nic);
    Interfaces interfaces = interfaces(nic);
    Interfaces.Found stanza =
        interfaces
            .definition(nic.value())
            .orElseThrow(() ->
                new EditRefused(
                    "keep offloads off",
                    nic.value(),
                    "there is no stanza 'iface " + nic + "' in " + InterfacesSource.MAIN,
                    "add 'iface " + nic + " inet manual' to it, then try again"));
    RaisedAtBoot raised = raised(interfaces, nic);
    if (!raised.is()) {
      throw new CannotChange(
          "keep offloads off",
          nic.value(),
          "nobody would run the line at boot: " + raised.by(),
          "make the stanza be raised, for one by 'auto " + nic + "', then try again");
    }
    String ethtool = ethtool(nic);
    InterfacesDocument document = stanza.file().document();
    for (Tuning value : values) {
      document = add(document, nic, line(ethtool, value), stanza.file().path());
    }
    FileEdit edit =
        new FileEdit(stanza.file().path(), stanza.file().document().content(), document.content());
    return edit.before().equals(edit.after()) ? List.of() : List.of(new Action.WriteFile(edit));
  }

  @Override
  public String runBy(NicFacts nic) {
    return raised(interfaces(nic.name()), nic.name()).by();
  }

  /// The line, without indent.
  ///
  /// @param ethtool its absolute path
  public static String line(String ethtool, Tuning value) {
    List<String> argv = value.argv("$IFACE");
    return "post-up "
        + (argv.getFirst().equals("ethtool") ? ethtool : argv.getFirst())
        + " "
        + String.join(" ", argv.subList(1, argv.size()))
        + " || true";
  }

  private static InterfacesDocument add(
      InterfacesDocument document, InterfaceName nic, String line, HostPath path) {
    return switch (new AddStanzaOption(nic.value(), line).apply(document)) {
      case EditResult.Edited edited -> edited.document();
      case EditResult.Unchanged unchanged -> document;
      case EditResult.Refused refused ->
          throw new EditRefused("edit " + path, nic.value(), refused.why(), refused.mend());
    };
  }

  private Interfaces interfaces(InterfaceName nic) {
    Reading<Interfaces> interfaces = InterfacesSource.read(host);
    return interfaces
        .known()
        .orElseThrow(() ->
            new CannotChange(
                "keep offloads off",
                nic.value(),
                InterfacesSource.MAIN + " is " + interfaces.whyNot().orElse("not read"),
                "this host keeps its network elsewhere; only interfaces(5) is supported"));
  }

  private RaisedAtBoot raised(Interfaces interfaces, InterfaceName nic) {
    return RaisedAtBoot.of(
        interfaces,
        nic.value(),
        InterfacesSource.ifupdown(host),
        InterfacesSource.networkingIsEnabled(host));
  }

  /// Proxmox VE moves the pending file over the real one at the next boot: a line written to the
  /// real one alone would be lost.
  private void refuseWhilePending(InterfaceName nic) {
    if (host.attributes(InterfacesSource.PENDING).known().isPresent()) {
      throw new EditRefused(
          "edit " + InterfacesSource.MAIN,
          nic.value(),
          InterfacesSource.PENDING
              + " is pending: it replaces the file at the next boot, and the line with it",
          "apply or revert the pending network configuration in the GUI, then try again");
    }
  }

  private String ethtool(InterfaceName nic) {
    return ETHTOOLS.stream()
        .filter(path -> host.attributes(path).known().filter(IfupdownPostUp::isProgram).isPresent())
        .map(HostPath::value)
        .findFirst()
        .orElseThrow(() ->
            new CannotChange(
                "keep offloads off",
                nic.value(),
                "there is no ethtool that a line in interfaces(5) could call",
                "install the package ethtool, then try again"));
  }

  private static boolean isProgram(FileAttributes attributes) {
    return attributes.kind() == FileAttributes.Kind.LINK || attributes.executable();
  }
}
