package dev.unhang.repair.proof;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.facts.Offload;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;

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
      case Action.WriteFile file -> confirm(file.edit());
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
            .offloads(offload.nic())
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
            "see 'unhang features " + offload.nic() + "'");
      }
    }
  }
}
