package dev.unhang.sim;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.SourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The programs of the simulated host: those that tell what an interface has, and those that give
/// it back. Whoever asks for another one is told that it is not there.
///
/// Man: tc(8), bridge(8), ip-address(8), ip-route(8), ethtool(8), sysctl(8)
final class SimPrograms {
  private static final SourceId PROGRAM = new SourceId("program");

  private final SimPort port;
  private final SimFiles files;
  private final Map<String, CommandOutput> told = new HashMap<>();

  SimPrograms(SimPort port, SimFiles files) {
    this.port = port;
    this.files = files;
  }

  /// From now on a command line is answered so.
  void answers(String line, CommandOutput output) {
    told.put(line, output);
  }

  /// What a program that only reads prints.
  Reading<CommandOutput> command(Command command) {
    String line = String.join(" ", command.argv());
    CommandOutput output = told.get(line);
    if (output != null) {
      return new Reading.Read<>(output, new Origin(line));
    }
    return switch (line) {
      case "tc qdisc show dev eno1" ->
          printed(line, "qdisc pfifo_fast 0: root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0\n");
      case "bridge -compressvlans vlan show dev eno1" -> printed(line, port.vlans());
      case "ip -4 route show dev eno1" -> printed(line, port.routes());
      case "ip -6 route show dev eno1" -> printed(line, "");
      case "ip -o route get 192.0.2.1" ->
          printed(line, "192.0.2.1 dev vmbr0 src 192.0.2.2 uid 0 \\    cache \n");
      case "ip -o route get 192.168.1.1" ->
          printed(line, "192.168.1.1 via 192.0.2.1 dev vmbr0 src 192.0.2.2 uid 0 \\    cache \n");
      default ->
          new Reading.Absent<>(
              PROGRAM, WhyAbsent.NOT_OFFERED, command.argv().getFirst() + " is not simulated");
    };
  }

  private static Reading<CommandOutput> printed(String line, String text) {
    return new Reading.Read<>(
        new CommandOutput(0, Content.of(text), Content.of("")), new Origin(line));
  }

  /// Runs a program that changes something. Throws CannotChange where it is not simulated.
  void run(Command command) {
    List<String> argv = command.argv();
    String line = String.join(" ", argv);
    if (line.startsWith("sysctl -q -w ")) {
      String[] setting = argv.getLast().split("=", 2);
      files.put(new HostPath("/proc/sys/" + setting[0]), Content.of(setting[1] + "\n"));
    } else if (line.startsWith("ethtool -s eno1 wol ")) {
      port.wake(argv.getLast());
    } else if (line.startsWith("bridge vlan add dev eno1 vid ")) {
      port.addVlan(String.join(" ", argv.subList(6, argv.size())));
    } else if (line.startsWith("ip address replace ")) {
      port.addAddress(argv.get(3));
    } else if (line.startsWith("ip -4 route replace ")) {
      port.addRoute(String.join(" ", argv.subList(4, argv.size() - 2)));
    } else {
      throw new CannotChange(
          "run " + command.line(), "", "it is not simulated", "use the real host");
    }
  }
}
