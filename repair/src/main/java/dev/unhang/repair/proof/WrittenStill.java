package dev.unhang.repair.proof;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.config.interfaces.RaisedAtBoot;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.plan.Action;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Check.Result;
import dev.unhang.model.setting.Tuning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the lines that a change wrote are still there. Who runs them at boot was found out when
/// they were written.
final class WrittenStill {
  private static final String NETWORK = "/etc/network/";

  private WrittenStill() {}

  /// Checks what a change wrote for a value. A line of a stanza that no program raises is not kept.
  static Check check(HostView host, InterfaceName nic, Tuning wanted, Change change) {
    List<String> kept = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (Action action : change.actions()) {
      switch (action) {
        case Action.WriteFile file ->
            (holds(host, file.edit()) ? kept : lost).add(file.edit().path().value());
        case Action.MakeEntry made when made.present() ->
            (EntryNow.is(host, made.path(), made.entry()) ? kept : lost).add(made.path().value());
        default -> {}
      }
    }
    String subject = wanted.subject() + " at boot";
    if (!lost.isEmpty()) {
      return new Check(
          subject, wanted.value(), "?", Result.FAIL, "no longer in " + String.join(", ", lost));
    }
    Optional<String> notRaised =
        kept.stream().anyMatch(path -> path.startsWith(NETWORK))
            ? notRaised(host, nic)
            : Optional.empty();
    if (notRaised.isPresent()) {
      return new Check(
          subject,
          wanted.value(),
          "?",
          Result.FAIL,
          String.join(", ", kept) + ": " + notRaised.get());
    }
    return kept.isEmpty()
        ? new Check(subject, wanted.value(), "?", Result.FAIL, "nothing was written for it")
        : new Check(subject, wanted.value(), wanted.value(), Result.PASS, String.join(", ", kept));
  }

  private static Optional<String> notRaised(HostView host, InterfaceName nic) {
    return InterfacesSource.read(host)
        .known()
        .map(all -> RaisedAtBoot.of(all, nic.value(), InterfacesSource.networking(host)))
        .filter(raised -> !raised.is())
        .map(RaisedAtBoot::by);
  }

  private static boolean holds(HostView host, FileEdit edit) {
    List<String> added = new ArrayList<>(lines(edit.after()));
    lines(edit.before()).forEach(added::remove);
    return isIn(host, edit.path(), added)
        && (!edit.path().equals(InterfacesSource.MAIN)
            || host.attributes(InterfacesSource.PENDING).known().isEmpty()
            || isIn(host, InterfacesSource.PENDING, added));
  }

  private static boolean isIn(HostView host, HostPath path, List<String> added) {
    return host.read(path).known().map(content -> lines(content).containsAll(added)).orElse(false);
  }

  private static List<String> lines(Content content) {
    return new String(content.bytes(), StandardCharsets.ISO_8859_1)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
