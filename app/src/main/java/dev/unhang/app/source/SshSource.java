package dev.unhang.app.source;

import dev.unhang.fleet.inventory.SshAddress;
import dev.unhang.hosts.bundle.GatheredHost;
import dev.unhang.hosts.bundle.SavedReport;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A host that OpenSSH reaches: `ssh://[user@]host[:port]`. One script for any POSIX shell, over
/// one connection ([SharedConnection]); nothing is written there. How to get in is in the person's
/// own ssh_config.
///
/// Man: ssh(1), ssh_config(5)
final class SshSource implements SourceKind {
  /// A slow journal is given a minute of it.
  private static final Duration DEADLINE = Duration.ofMinutes(3);

  private static final List<String> OPTIONS =
      List.of(
          "BatchMode=yes", "ConnectTimeout=10", "ServerAliveInterval=5", "ServerAliveCountMax=3");

  private final HostView here;
  private final HostPath folder;
  private final Duration deadline;

  SshSource(HostView here) {
    this(here, new HostPath(System.getProperty("user.home")).resolve(".ssh"), DEADLINE);
  }

  /// @param folder the person's `.ssh`
  SshSource(HostView here, HostPath folder, Duration deadline) {
    this.here = here;
    this.folder = folder;
    this.deadline = deadline;
  }

  @Override
  public boolean takes(String name) {
    return name.startsWith("ssh://");
  }

  @Override
  public List<NamedHost> open(List<String> names) {
    return names.stream().map(this::open).toList();
  }

  private NamedHost open(String name) {
    GatheredHost gathered = new GatheredHost(name);
    Reading<CommandOutput> answer = here.command(new Command(argv(name), deadline), gathered);
    CommandOutput output =
        answer
            .known()
            .orElseThrow(() -> unreachable(name, answer.whyNot().orElse("ssh said nothing")));
    SavedReport host = gathered.host();
    if (!gathered.saysSomething() || !isTold(host)) {
      String late = "it did not answer within " + deadline.toSeconds() + " s";
      String said = output.err().utf8().strip();
      throw unreachable(
          name, answer instanceof Reading.Partly<?> ? late : said.isEmpty() ? "no answer" : said);
    }
    return new NamedHost(host.host(), host.logs(), host.troubles());
  }

  private static boolean isTold(SavedReport host) {
    return !host.logs().isEmpty()
        || host.host().read(new HostPath("/proc/uptime")).known().isPresent();
  }

  private static CannotRead unreachable(String name, String why) {
    return new CannotRead(
        "look at " + name, "", why, "see that this works without a question: ssh HOST true");
  }

  /// The words after the host are one, which the login shell over there takes apart; the script has
  /// no single quote in it.
  private List<String> argv(String name) {
    SshAddress address =
        SshAddress.parse(name)
            .orElseThrow(() ->
                new CannotRead(
                    "look at " + name,
                    "",
                    "it is no address of a host",
                    "ssh://USER@HOST or ssh://HOST:PORT"));
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(SharedConnection.options(here, folder));
    return SshArguments.of(address, options, "exec sh -c '" + script() + "'");
  }

  private static String script() {
    try (InputStream script = SshSource.class.getResourceAsStream("gather.sh")) {
      if (script == null) {
        throw new IllegalStateException("gather.sh is not in the program");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
