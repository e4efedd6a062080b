package dev.unhang.app.source;

import dev.unhang.fleet.inventory.SshAddress;
import java.util.ArrayList;
import java.util.List;

/// How ssh is called for a command that only reads: without a terminal, an agent, X or forwarding.
/// All else is as the person's own ssh_config has it.
///
/// Man: ssh(1), ssh_config(5)
final class SshArguments {
  private static final List<String> ALWAYS =
      List.of("PermitLocalCommand=no", "ClearAllForwardings=yes");

  private SshArguments() {}

  /// The argument vector. Nothing of the address can be taken for an option.
  ///
  /// @param options each for a `-o`
  /// @param command one word, which the login shell over there takes apart
  static List<String> of(SshAddress address, List<String> options, String command) {
    List<String> argv = new ArrayList<>(List.of("ssh", "-T", "-a", "-x"));
    for (List<String> each : List.of(options, ALWAYS)) {
      each.forEach(option -> argv.addAll(List.of("-o", option)));
    }
    address.user().ifPresent(user -> argv.addAll(List.of("-l", user)));
    address.port().ifPresent(port -> argv.addAll(List.of("-p", String.valueOf(port))));
    argv.addAll(List.of("--", address.host(), command));
    return argv;
  }
}
