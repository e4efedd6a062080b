package dev.unhang.app.command;

import dev.unhang.app.alert.PostOffice;
import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.watching.HeardLog;
import dev.unhang.app.watching.PolicyText;
import dev.unhang.app.watching.WatchDesk;
import dev.unhang.app.watching.WatchService;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.linux.service.ServiceManager;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.HostPath;
import dev.unhang.watch.policy.NicPolicy;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.policy.PolicyFile;
import dev.unhang.watch.policy.PolicyReading;
import dev.unhang.watch.policy.Publishing;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang watch`: sees a hang as it happens, and does about it what the policy allows.
final class WatchCommand implements CliCommand {
  private static final String CHECK = "--check";
  private static final String TEST = "--test-alert";

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("watch", "Runs as a service: sees a NIC hang, and brings it back.")
          .addPositional(
              Spec.operand("FILE", "0..1", "the policy to check; without: " + PolicyFile.PATH))
          .addOption(Spec.flag(CHECK, "check the policy, say what it means, and do nothing"))
          .addOption(Spec.flag(TEST, "send a test by every channel, say which hop failed"));

  WatchCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    List<String> files = Spec.operands(arguments);
    boolean check = Spec.has(arguments, CHECK);
    if (!files.isEmpty() && !check) {
      throw new Usage("a policy file is named to check it only: unhang watch --check FILE");
    }
    Host host = wiring.live();
    HostPath path = files.isEmpty() ? PolicyFile.PATH : new HostPath(absolute(files.getFirst()));
    PolicyReading reading = PolicyText.read(check ? wiring.here() : host.view(), path);
    if (reading instanceof PolicyReading.Bad bad) {
      bad.faults()
          .forEach(fault -> {
            console.note(
                "unhang: " + path + ":" + fault.line() + ":" + fault.column() + ": " + fault.why());
            console.note("  try: " + fault.hint());
          });
      return ExitCode.UNREADABLE;
    }
    Policy policy = ((PolicyReading.Good) reading).policy();
    if (check) {
      tell(policy, console);
      return ExitCode.OK;
    }
    if (Spec.has(arguments, TEST)) {
      Changing.needsRoot(host, "watch " + TEST);
      return test(policy, host, console);
    }
    if (host.simulated()) {
      throw new CannotChange("watch", "", "the host is simulated", "try: unhang demo");
    }
    Changing.needsRoot(host, "watch");
    HeardLog heard = new HeardLog();
    WatchDesk desk = new WatchDesk(host, console, new FrozenEvidence(host, heard)::save);
    new WatchService(host, wiring.prober(), desk, heard, ServiceManager.of(console.environment()))
        .run(policy);
    return ExitCode.OK;
  }

  private static ExitCode test(Policy policy, Host host, Console console) {
    List<PostOffice.Tested> tested =
        PostOffice.test(policy.alerting(), host.view(), WatchDesk.folder());
    if (tested.isEmpty()) {
      console.note("unhang: the policy names no channel; only the log of the service tells");
      console.note("  try: [alert] with mail = \"root\" in " + PolicyFile.PATH);
      return ExitCode.FINDINGS;
    }
    for (PostOffice.Tested each : tested) {
      console.say(
          each.channel() + ": " + each.trouble().map(why -> "not taken: " + why).orElse("taken"));
    }
    return tested.stream().allMatch(each -> each.trouble().isEmpty())
        ? ExitCode.OK
        : ExitCode.FINDINGS;
  }

  /// A HostPath is absolute; what is typed may not be.
  private static String absolute(String name) {
    if (!name.startsWith("/")) {
      throw new Usage("name the policy by its full path, as systemd would: /…/" + name);
    }
    return name;
  }

  private static void tell(Policy policy, Console console) {
    console.say(words("Every NIC", policy.usual()));
    new TreeMap<>(policy.nics()).forEach((nic, rules) -> console.say(words(nic, rules)));
    List<String> told = new ArrayList<>();
    policy.alerting().mail().ifPresent(to -> told.add("mail to " + to));
    policy
        .alerting()
        .hooks()
        .forEach(hook -> told.add("webhook " + hook.name() + " (" + hook.preset().word() + ")"));
    console.say(
        "Alerts: " + (told.isEmpty() ? "to the log of the service only" : String.join(", ", told)));
    Publishing shown = policy.publishing();
    shown
        .listen()
        .ifPresent(at ->
            console.say(
                "Metrics and status: http://"
                    + at
                    + shown.token().map(file -> ", with the token in " + file).orElse("")));
    shown.textfile().ifPresent(file -> console.say("Metrics for node_exporter: " + file));
  }

  private static String words(String who, NicPolicy rules) {
    return who
        + ": recover = "
        + rules.recover().word()
        + ", prevent = "
        + rules.prevent().word()
        + ", reboot = "
        + rules.reboot().word()
        + ", at most "
        + rules.recoveriesAnHour()
        + " recoveries an hour";
  }
}
