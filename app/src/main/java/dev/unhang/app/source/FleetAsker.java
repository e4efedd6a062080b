package dev.unhang.app.source;

import dev.unhang.fleet.answer.HostAnswer;
import dev.unhang.fleet.answer.ScanScript;
import dev.unhang.fleet.inventory.FleetHost;
import dev.unhang.fleet.scan.HostJudge;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.NotKnown;
import dev.unhang.fleet.scan.SshFailure;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks hosts over ssh, one connection each. The person's own ssh_config says how, jump hosts
/// included. A key that is not known, or has changed, is never accepted, whatever the config says:
/// ssh has no terminal and no askpass to ask by, and neither have the jump hosts' own.
///
/// Man: ssh_config(5), "StrictHostKeyChecking"; setsid(1); ssh(1), SSH_ASKPASS_REQUIRE
public final class FleetAsker {
  private static final List<String> ALONE =
      List.of("env", "SSH_ASKPASS_REQUIRE=never", "setsid", "-w");

  private final HostView here;
  private final Duration connect;
  private final Duration deadline;
  private final String script = ScanScript.command();

  /// @param connect how long a connection may take
  /// @param deadline how long all of it may take
  public FleetAsker(HostView here, Duration connect, Duration deadline) {
    this.here = here;
    this.connect = connect;
    this.deadline = deadline;
  }

  /// Asks one host, and waits for its answer. An interrupted thread ends it.
  public HostResult ask(FleetHost host) {
    HostAnswer answer = new HostAnswer(host.name());
    Optional<SshFailure> broken = run(host, answer);
    if (Thread.currentThread().isInterrupted()) {
      return HostResult.notKnown(host.name(), NotKnown.NOT_ASKED, "interrupted");
    }
    return broken.isPresent() && answer.bytes() == 0
        ? HostResult.notKnown(host.name(), broken.get().reason(), broken.get().why())
        : HostJudge.of(host.name(), answer, broken);
  }

  private Optional<SshFailure> run(FleetHost host, HostAnswer answer) {
    try {
      return switch (here.command(new Command(argv(host), deadline), answer)) {
        case Reading.Read<CommandOutput> read -> ended(read.value(), answer);
        case Reading.Partly<CommandOutput> partly when answer.isWhole() -> Optional.empty();
        case Reading.Partly<CommandOutput> partly ->
            Optional.of(
                new SshFailure(
                    NotKnown.TIMED_OUT, "it did not end within " + deadline.toSeconds() + " s"));
        case Reading.Absent<CommandOutput> absent -> failed(absent);
        case Reading.Unreadable<CommandOutput> unreadable -> failed(unreadable);
      };
    } catch (HostAnswer.TooMuch endless) {
      return Optional.of(new SshFailure(NotKnown.TOO_MUCH, String.valueOf(endless.getMessage())));
    }
  }

  private static Optional<SshFailure> failed(Reading<CommandOutput> reading) {
    return Optional.of(
        new SshFailure(NotKnown.NO_ANSWER, reading.whyNot().orElse("ssh can't be run")));
  }

  private static Optional<SshFailure> ended(CommandOutput output, HostAnswer answer) {
    if (answer.isWhole()) {
      return Optional.empty();
    }
    SshFailure failure = SshFailure.of(Content.of(output.err().bytes()).utf8());
    return Optional.of(
        answer.bytes() == 0 ? failure : new SshFailure(NotKnown.LOG_CUT, failure.why()));
  }

  private List<String> argv(FleetHost host) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "BatchMode=yes",
                "StrictHostKeyChecking=yes",
                "UpdateHostKeys=no",
                "NumberOfPasswordPrompts=0",
                "ControlMaster=no",
                "LogLevel=ERROR",
                "ConnectTimeout=" + connect.toSeconds(),
                "ServerAliveInterval=5",
                "ServerAliveCountMax=3"));
    host.keyName()
        .ifPresent(name -> {
          options.add("HostKeyAlias=" + name);
          options.add(
              "GlobalKnownHostsFile=/etc/ssh/ssh_known_hosts /etc/pve/nodes/"
                  + name
                  + "/ssh_known_hosts");
        });
    List<String> argv = new ArrayList<>(ALONE);
    argv.addAll(SshArguments.of(host.address(), options, script));
    return argv;
  }
}
