package dev.unhang.lab.scenario;

import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What must hold of a host on which a change or its undo was not let to its end.
///
/// @param story is told
/// @param before the state without the change
/// @param after the state with it
record Crash(Story story, SameState before, SameState after) {

  /// The file is the old or the new one, and fits what the ledger says; unhang tells of it, and its
  /// undo brings the old state back.
  ///
  /// @return what was met: the ledger's word, and which file
  String isToldAndUndone(String when, Guest host) {
    ChangesOnDisk.One change = ChangesOnDisk.of(host).last();
    SameState now = SameState.of(host);
    boolean old = now.interfaces().equals(before.interfaces());
    String seen = change.state() + " in the ledger, the file is " + (old ? "old" : "new");
    check(when, "old or new", old || now.interfaces().equals(after.interfaces()), now + "");
    check(when, seen, agrees(change.state(), now), now + "");
    told(when, change, new Unhang(story, host));
    new Unhang(story, host).exits(0, "undo", "--yes");
    before.check(story, when, host);
    ChangesOnDisk all = ChangesOnDisk.of(host);
    check(
        when,
        "each change is rolled back on record",
        all.all().size() == all.in(ChangesOnDisk.UNDONE).size(),
        all + "");
    nothingIsLeft(when, host, "/etc");
    return seen;
  }

  /// A power cut may take a change's entry and leave its draft, which the next that writes to the
  /// ledger takes away: so the ledger is asked about when all is over.
  void nothingIsLeft(String when, Guest host, String... folders) {
    List<String> argv = new ArrayList<>(List.of("find"));
    argv.addAll(List.of(folders));
    argv.addAll(List.of("-name", "*.unhang-*"));
    String left = host.must(argv.toArray(String[]::new));
    check(when, "nothing is left over", left.isEmpty(), left);
  }

  /// Half done is anything between.
  private boolean agrees(String state, SameState now) {
    return switch (state) {
      case ChangesOnDisk.BEGUN, ChangesOnDisk.UNDOING -> true;
      case ChangesOnDisk.DONE -> now.equals(after);
      default -> now.equals(before);
    };
  }

  private void told(String when, ChangesOnDisk.One change, Unhang unhang) {
    boolean isHalfDone =
        Set.of(ChangesOnDisk.BEGUN, ChangesOnDisk.UNDOING).contains(change.state());
    Outcome doctor = unhang.run("doctor");
    check(
        when,
        "doctor says 'Half done' where the ledger does",
        doctor.out().contains("Half done") == isHalfDone,
        doctor.transcript());
  }

  private void check(String when, String sentence, boolean holds, String seen) {
    story.check(when + ": " + sentence, holds, seen);
  }
}
