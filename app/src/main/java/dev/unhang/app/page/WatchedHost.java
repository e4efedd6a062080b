package dev.unhang.app.page;

import dev.unhang.model.change.Change;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.standing.Standing;
import java.util.List;
import java.util.Map;

/// What the page of the watch shows.
///
/// @param episodes what was told of hangs, newest first
/// @param changes of the ledger, newest first
/// @param dark what goes dark with a NIC, in sentences, by its key
/// @param evidence names of files in `folder`, newest first
/// @param folder where evidence is kept
/// @param mayDownload whether whoever reads the page may have the evidence
public record WatchedHost(
    String hostname,
    Standing standing,
    List<Account> episodes,
    List<Change> changes,
    Map<String, List<String>> dark,
    List<String> evidence,
    String folder,
    boolean mayDownload) {
  public WatchedHost {
    episodes = List.copyOf(episodes);
    changes = List.copyOf(changes);
    dark = Map.copyOf(dark);
    evidence = List.copyOf(evidence);
  }

  /// Another text as soon as an episode is new, or told of anew: then the page is another one.
  public static String edition(List<Account> episodes) {
    return episodes.size()
        + episodes.stream()
            .findFirst()
            .map(last -> "-" + last.id() + "-" + last.stage() + "-" + last.notes().size())
            .orElse("");
  }
}
