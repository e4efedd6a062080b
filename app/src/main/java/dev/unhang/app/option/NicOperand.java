package dev.unhang.app.option;

import dev.unhang.app.text.Similar;
import dev.unhang.app.wiring.Host;
import dev.unhang.hosts.survey.FormerNames;
import dev.unhang.hosts.survey.Nics;
import dev.unhang.hosts.survey.Survey;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.id.InterfaceName;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The operand IF.
public final class NicOperand {
  /// A host of many guests has hundreds.
  private static final int MAX_LISTED = 12;

  private static final HostPath NET = new HostPath("/sys/class/net");

  private NicOperand() {}

  public static PositionalParamSpec spec() {
    return Spec.one("IF", "1", "the interface, as 'ip link' names it");
  }

  /// What is said of a name that no NIC has.
  ///
  /// @param changes those on record: they know NICs by what they were called then
  public static CannotRead notThere(InterfaceName name, HostView host, List<Change> changes) {
    return FormerNames.of(host, name, changes)
        .map(found -> calledOtherwise(name.value(), found))
        .orElseGet(() -> isDisk(host) ? notLogged(name, host) : notThere(name, names(host)));
  }

  private static CannotRead notThere(InterfaceName name, List<String> known) {
    String listed =
        known.stream().limit(MAX_LISTED).collect(Collectors.joining(", "))
            + (known.size() > MAX_LISTED ? " …" : "");
    return new CannotRead(
        "find " + name,
        "",
        "this host has no interface of that name" + Similar.question(name.value(), known),
        known.isEmpty()
            ? "no interface is known of it: its kernel log or outputs of 'ip link' would name them"
            : "it has " + listed);
  }

  /// All that are known: of a saved host there may be few, or none.
  private static List<String> names(HostView host) {
    List<String> links =
        host.kernel().ask(new Links()).known().orElse(List.of()).stream()
            .map(link -> link.name().value())
            .toList();
    return links.isEmpty()
        ? Survey.read(host, List.of()).nics().stream().map(nic -> nic.name().value()).toList()
        : links;
  }

  /// Of a disk only its logs tell which NICs there were: what 'ip link' lists is another system's.
  private static CannotRead notLogged(InterfaceName name, HostView host) {
    List<String> logged = host.list(NET).known().orElse(List.of());
    return new CannotRead(
        "find " + name,
        "",
        logged.isEmpty()
            ? "no kernel log of this disk names its network cards"
            : "the kernel's log of this disk names other interfaces: "
                + String.join(", ", logged)
                + Similar.question(name.value(), logged),
        logged.isEmpty()
            ? "put the line into its configuration by hand, or fix it once it runs"
            : "name one of these");
  }

  private static boolean isDisk(HostView host) {
    return host.kernel().ask(new Links()) instanceof Reading.Absent<?> absent
        && absent.why() == WhyAbsent.NOT_OFFERED;
  }

  /// What is said of a name that a NIC had, or will have.
  public static CannotRead calledOtherwise(String asked, FormerNames.Found found) {
    return new CannotRead("find " + asked, "", found.words(), "name it " + found.now());
  }

  /// The interface that was named, as it is now.
  public static NicFacts read(ParseResult arguments, Host host) {
    List<String> operands = Spec.operands(arguments);
    OnTheHost.refuse(
            Stream.concat(Stream.of(arguments.commandSpec().name()), operands.stream()).toList())
        .ifPresent(elsewhere -> {
          throw elsewhere;
        });
    return read(operands, host.view(), () -> Ledger.readable(host));
  }

  /// The same.
  ///
  /// @param operands the first of which names it
  /// @param changes asked only where no NIC has that name
  public static NicFacts read(
      List<String> operands, HostView host, Supplier<List<Change>> changes) {
    InterfaceName name = name(operands);
    return Nics.read(host, name).orElseThrow(() -> notThere(name, host, changes.get()));
  }

  /// The name alone, whether there is such an interface or not.
  ///
  /// @param operands the first of which it is
  public static InterfaceName name(List<String> operands) {
    if (operands.isEmpty()) {
      throw new Usage("name the interface: IF, as 'ip link' names it");
    }
    String text = operands.getFirst();
    return InterfaceName.parse(text)
        .orElseThrow(() -> new Usage("'" + text + "' can't be the name of an interface"));
  }
}
