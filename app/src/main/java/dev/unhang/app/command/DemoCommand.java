package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.Spec;
import dev.unhang.app.wiring.SimWiring;
import java.io.ByteArrayInputStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang demo`: the incident from symptom to proof, by the real commands on a simulated host.
final class DemoCommand implements CliCommand {
  private static final String RULE = "=".repeat(78);

  private final CommandSpec spec =
      Spec.command("demo", "Plays the whole story on a simulated host. Needs no root.")
          .addOption(
              Spec.flag(
                  "--pause-storm", "another story: a partner whose pause frames silence the NIC"));

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Demo demo = new Demo(console);
    return Spec.has(arguments, "--pause-storm") ? pauseStorm(demo) : incident(demo);
  }

  /// No virtual machine has a wire on which a peer could ask for a pause.
  private static ExitCode pauseStorm(Demo demo) {
    demo.say("pve-02 is dark. Its partner sends pause frames without end; no log says so.");
    demo.pauseForever();
    ExitCode found = demo.run("doctor", "--all");
    demo.say("Nothing of this happened on this machine: the host was simulated.");
    return found;
  }

  private static ExitCode incident(Demo demo) {
    demo.say("pve-02 carries a NAS as guest 100. A backup saturates the link.");
    demo.run("load", "eno1", "--server", "192.168.1.1", "--seconds", "30");
    demo.say(
        "The NAS and the hypervisor are dark, together. The administrator shuts pve-02 down in");
    demo.say("good order and boots it again. What did the former boot's log say?");
    demo.powerCycle();
    demo.run("doctor", "--boot", "-1");
    demo.say("The report of the first second, field by field:");
    demo.runOnFormerLog("explain", "-");
    demo.say("Who goes dark with eno1:");
    demo.run("topology", "eno1");
    demo.say("What would be done?");
    demo.run("plan", "eno1");
    demo.say("Do it:");
    demo.run("fix", "eno1", "--yes");
    demo.say("The same load again:");
    demo.run("load", "eno1", "--server", "192.168.1.1", "--seconds", "30");
    demo.say("Another power cycle. Does it hold?");
    demo.powerCycle();
    demo.run("verify", "eno1");
    ExitCode last = demo.run("load", "eno1", "--server", "192.168.1.1", "--seconds", "30");
    demo.say("It holds. Nothing of this happened on this machine: the host was simulated.");
    return last;
  }

  /// The stage: a simulated host and a console that never pretends to be another.
  private static final class Demo {
    private final Console console;
    private final SimWiring wiring = new SimWiring();

    Demo(Console console) {
      this.console = console;
    }

    void say(String line) {
      console.say(line);
    }

    ExitCode run(String... words) {
      return play(console, words);
    }

    /// The former boot's log on standard input.
    void runOnFormerLog(String... words) {
      console.say("[simulated] # journalctl --dmesg --boot -1 -o json | unhang " + words[0]);
      Console piped =
          new Console(
              console.out(),
              console.err(),
              new ByteArrayInputStream(wiring.formerLog()),
              false,
              console.environment());
      new Cli(wiring, piped).run(List.of(words));
      console.say("");
    }

    private ExitCode play(Console on, String... words) {
      console.say(RULE);
      console.say("[simulated] root@pve-02:~# unhang " + String.join(" ", words));
      ExitCode code =
          new Cli(wiring, new Console(on.out(), on.out(), on.in(), false, on.environment()))
              .run(List.of(words));
      console.say("[simulated] exit " + code.status());
      console.say("");
      return code;
    }

    void pauseForever() {
      wiring.pauseForever();
      console.say("[simulated] the partner of eno1 sends a pause frame every 33 ms");
      console.say("");
    }

    void powerCycle() {
      wiring.powerCycle();
      console.say("[simulated] pve-02 is shut down and boots again");
      console.say("");
    }
  }
}
