package dev.unhang.app.screen;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Proof;
import dev.unhang.repair.guard.DeviceState;
import dev.unhang.repair.guard.Fencing;
import dev.unhang.repair.recover.Ladder;
import dev.unhang.repair.recover.Recovery;
import dev.unhang.repair.recover.Rung;
import dev.unhang.repair.recover.SendsAgain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A recovery, told as it goes.
public final class RecoveryWords implements Recovery.Progress {
  private final Consumer<String> out;

  /// @param out a line of the screen
  public RecoveryWords(Consumer<String> out) {
    this.out = out;
  }

  /// What was seen before anything is done.
  public void looked(Proof proof) {
    for (Check check : proof.checks()) {
      out.accept("  " + words(check));
    }
  }

  /// What would be done, in its order.
  ///
  /// @param device empty where that was not read
  /// @param lostForGood what a step that destroys the interface can't restore
  /// @param fencing what makes it urgent; empty where nothing does
  public void plan(
      PortState port,
      Optional<DeviceState> device,
      Optional<Fencing> fencing,
      List<String> lostForGood) {
    out.accept("");
    fencing.map(Fencing::words).orElse(List.of()).forEach(out);
    out.accept("The ladder, until " + port.nic() + " sends:");
    int number = 1;
    for (Rung rung : Ladder.ALL) {
      Optional<String> pointless = rung.pointless(port, device);
      if (pointless.isPresent()) {
        leftOut(rung, pointless.get());
        continue;
      }
      out.accept(number++ + ". " + rung.about().title());
      Ladder.commands(rung, port).forEach(command -> out.accept("   does  " + command));
      out.accept("   risk  " + rung.about().risk().words());
      if (rung.about().destroysInterface()) {
        lostForGood.forEach(lost -> out.accept("   loses " + lost));
      }
    }
    out.accept("");
  }

  @Override
  public void leftOut(Rung rung, String why) {
    out.accept("Left out: " + rung.about().title() + ": " + why);
  }

  @Override
  public void begins(Rung rung, List<String> commands) {
    commands.forEach(command -> out.accept("$ " + command));
  }

  @Override
  public void refused(Rung rung, String why) {
    out.accept("  refused: " + why);
  }

  @Override
  public void waits(Duration longest) {
    out.accept(
        "  it does not send yet. No other step for "
            + longest.toSeconds()
            + " s: a switch port may take so long to");
    out.accept("  forward after its link was down (STP without portfast). Looking meanwhile.");
  }

  @Override
  public void proved(Rung rung, Proof proof, Duration took) {
    looked(proof);
    out.accept(
        "  "
            + (SendsAgain.sends(proof) ? "it sends" : "it does not send")
            + ", "
            + String.format("%.1f s", took.toMillis() / 1000.0)
            + " after the first step");
  }

  /// How it ended.
  public void ended(InterfaceName nic, Recovery.Outcome outcome) {
    out.accept("");
    switch (outcome) {
      case Recovery.Outcome.Cured cured -> {
        left(cured.left());
        gatewaySilentYet(cured.proof());
        out.accept(nic + " sends again. It will hang again unless the cause is answered:");
        out.accept("  unhang fix " + ShellWord.operand(nic.value()));
      }
      case Recovery.Outcome.NotCured none -> {
        left(none.left());
        if (none.standsStill()) {
          out.accept("No step has brought " + nic + " back.");
          out.accept("What is left: power the host off, unplugged, for a minute.");
        } else {
          out.accept(nic + " stands still no longer, and nothing proves that it sends.");
          out.accept("Look behind it: cable, switch port (STP without portfast), gateway.");
        }
      }
    }
  }

  /// A gateway that does not answer says nothing of the NIC once its ring moves.
  private void gatewaySilentYet(Proof proof) {
    if (!proof.holds()) {
      out.accept("It sends; the gateway is silent yet. A switch port that runs STP forwards only");
      out.accept("after 30 s unless it has portfast, and a gateway may drop ICMP echo requests.");
    }
  }

  private void left(List<String> left) {
    left.forEach(each -> out.accept("Not restored: " + each));
  }

  private static String words(Check check) {
    return check.subject()
        + ": "
        + check.have()
        + (check.note().isEmpty() ? "" : " (" + check.note() + ")");
  }
}
