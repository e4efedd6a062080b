package dev.unhang.repair.proof;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Tuning;

/// Looks whether an action took: that an order was accepted does not say so.
public final class ReadBack {
  private final HostView view;

  public ReadBack(HostView view) {
    this.view = view;
  }

  /// Throws CannotChange where the host is not as the action should have left it.
  public void confirm(Action action) {
    switch (action) {
      case Action.SwitchOffload offload -> confirm(offload);
      case Action.AcknowledgeHangs hangs -> {}
      case Action.Tune tune -> confirm(tune);
      case Action.WriteFile file -> confirm(file.edit());
      case Action.MakeEntry made -> confirm(made);
      case Action.Recover recover -> {}
      case Action.RebootHost reboot -> {}
      case Action.Refresh refresh -> {}
    }
  }

  private void confirm(Action.Tune tune) {
    Reading<Tuning> now = TuningNow.read(view, tune.nic(), tune.to());
    if (now.known().filter(tune.to()::equals).isEmpty()) {
      throw new CannotChange(
          "set " + tune.to().subject() + " to " + tune.to().value(),
          tune.nic().value(),
          now.known()
              .map(value -> "it was accepted, but " + value.subject() + " is " + value.value())
              .orElse("it can't be read back: " + now.whyNot().orElse("not read")),
          "see 'unhang nics " + tune.nic() + "'");
    }
  }

  private void confirm(Action.MakeEntry made) {
    if (EntryNow.is(view, made.path(), made.entry()) != made.present()) {
      throw new CannotChange(
          made.present() ? "make" : "take away",
          made.path().value(),
          made.present() ? "it is not as it was made" : "it is still there",
          "see what else writes it");
    }
  }

  private void confirm(FileEdit edit) {
    if (view.read(edit.path()).known().filter(edit.after()::equals).isEmpty()) {
      throw new CannotChange(
          "write",
          edit.path().value(),
          "it does not hold what was written",
          "see what else writes it");
    }
  }

  private void confirm(Action.SwitchOffload offload) {
    Offloads now =
        view.kernel()
            .ask(new OffloadsOf(offload.nic()))
            .known()
            .orElseThrow(() ->
                new CannotChange(
                    "read back " + offload.group().shortName(),
                    offload.nic().value(),
                    "the kernel no longer says",
                    "see whether the interface is still there"));
    for (String member : offload.members()) {
      boolean asWished =
          now.named(member).map(Offload::active).map(on -> on == offload.on()).orElse(false);
      if (!asWished) {
        throw new CannotChange(
            "turn " + (offload.on() ? "on " : "off ") + offload.group().shortName(),
            offload.nic().value(),
            "the kernel accepted it, but " + member + " stayed as it was",
            "see 'unhang features " + ShellWord.operand(offload.nic().value()) + "'");
      }
    }
  }
}
