package dev.unhang.watch.order;

import dev.unhang.model.change.Change;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.Alone;
import dev.unhang.repair.Undo;
import dev.unhang.repair.recover.Interrupted;
import java.util.ArrayList;
import java.util.List;

/// What the end of a former watch left half done. An interrupted reset is finished, whoever began
/// it, since its NIC may lack its bridge; a switch of the watch's own is rolled back.
public final class Settling {
  private final Site site;

  public Settling(Site site) {
    this.site = site;
  }

  /// How it ended.
  ///
  /// @param again whether another program has the host now
  /// @param words what was done, and what could not be
  public record Done(boolean again, List<String> words) {
    public Done {
      words = List.copyOf(words);
    }
  }

  /// Does it.
  public Done settle() {
    AutoCloseable lock;
    try {
      lock = site.writer().get();
    } catch (UnhangException taken) {
      return new Done(true, List.of(Climbing.words(taken)));
    }
    List<String> words = new ArrayList<>();
    try {
      Alone.with(
          lock,
          site.view(),
          site.ledger(),
          () -> {
            site.ledger().history().stream()
                .filter(Change::isPending)
                .forEach(change -> settle(change, words));
            return words;
          });
    } catch (UnhangException failed) {
      words.add(Climbing.words(failed));
    }
    return new Done(false, words);
  }

  /// One that can't be settled keeps no other from it.
  private void settle(Change change, List<String> words) {
    boolean isReset = change.actions().stream().anyMatch(Action.Recover.class::isInstance);
    boolean isReboot = Rebooting.isReboot(change);
    boolean isOurs = Titles.read(change.title()).isPresent();
    try {
      if (isReset) {
        words.add("change " + change.number() + " was interrupted, and is finished");
        new Interrupted(site.context(), site.executor())
            .finish(change)
            .forEach(left -> words.add("not restored: " + left));
      } else if (isReboot) {
        words.add(new Rebooting(site).settle(change));
      } else if (isOurs) {
        words.add("change " + change.number() + " was interrupted, and is rolled back");
        Undo undo = new Undo(site.view(), site.control(), site.ledger());
        undo.carryOut(undo.plan(change));
      }
    } catch (UnhangException failed) {
      words.add(Climbing.words(failed));
    }
  }
}
