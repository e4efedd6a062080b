package dev.unhang.model.log;

import dev.unhang.model.id.BootId;
import java.util.List;
import java.util.Optional;

/// What span of one boot a log holds. Nothing can be said of the time outside it.
///
/// @param kernel release, as `uname -r` prints it; empty where the boot's first lines are cut off
/// @param fromBoot whether it begins with the boot's first lines; false: cut off
/// @param before how many episodes the log's earlier boots have
/// @param episodes how many this boot has
public record LogCoverage(
    Optional<BootId> boot,
    Optional<String> kernel,
    LogStamp from,
    LogStamp to,
    boolean fromBoot,
    BootEnd end,
    int before,
    int episodes) {

  /// Those of a log's episodes that are this boot's, as far as they are listed.
  public List<Episode> of(List<Episode> all) {
    int from = Math.min(before, all.size());
    return all.subList(from, Math.min(before + episodes, all.size()));
  }

  /// The same span with other numbers of episodes.
  LogCoverage with(int episodesBefore, int its) {
    return new LogCoverage(boot, kernel, from, to, fromBoot, end, episodesBefore, its);
  }
}
