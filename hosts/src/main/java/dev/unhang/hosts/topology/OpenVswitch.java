package dev.unhang.hosts.topology;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Bridges of Open vSwitch, which rtnetlink hides: `ovs-vsctl` knows them. It is asked only where
/// some interface is Open vSwitch's.
///
/// Man: ovs-vsctl(8), "Bridge Commands", "Port Commands"
final class OpenVswitch {
  private static final String DATAPATH = "ovs-system";
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /// `ovs-vsctl` itself waits for its database for ever unless told otherwise.
  private static final String PATIENCE = "--timeout=2";

  private static final int MAX_LINES = 10_000;

  private final HostView host;
  private final Parts parts;

  private OpenVswitch(HostView host, Parts parts) {
    this.host = host;
    this.parts = parts;
  }

  /// @param names of every interface of the kernel
  static void add(HostView host, List<String> names, Parts parts) {
    if (names.contains(DATAPATH)) {
      new OpenVswitch(host, parts).bridges();
    }
  }

  private void bridges() {
    for (String bridge : ask("list-br")) {
      parts.add(
          new Element(
              bridge, ElementKind.OVS_BRIDGE, Optional.empty(), Optional.empty(), Basis.LIVE));
      for (String port : ask("list-ports", bridge)) {
        parts.add(Joint.live(port, bridge, Joint.Kind.MEMBER));
      }
    }
  }

  private List<String> ask(String... question) {
    List<String> argv = new ArrayList<>(List.of("ovs-vsctl", PATIENCE));
    argv.addAll(List.of(question));
    Command command = new Command(argv, DEADLINE);
    Reading<CommandOutput> answer = host.command(command);
    Optional<String> failed =
        answer
            .whyNot()
            .or(() ->
                answer
                    .known()
                    .filter(output -> output.exit() != 0)
                    .map(output -> "ended with exit status " + output.exit()));
    failed.ifPresent(
        why -> parts.addUnread(new Trouble(new Place.Whole(new Origin(command.line())), why)));
    return failed.isPresent()
        ? List.of()
        : answer
            .known()
            .map(CommandOutput::out)
            .map(Content::utf8)
            .orElse("")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .limit(MAX_LINES)
            .toList();
  }
}
