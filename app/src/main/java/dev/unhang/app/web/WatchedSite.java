package dev.unhang.app.web;

import dev.unhang.app.page.WatchedHost;
import dev.unhang.model.host.ByteSource;
import dev.unhang.watch.standing.Recent;
import dev.unhang.watch.standing.Standing;
import java.util.Optional;

/// What is served. Asked by several threads.
public interface WatchedSite {
  /// How things stand now.
  Standing standing();

  /// What NICs carried in the last minutes.
  Recent recent();

  /// All that the page shows.
  ///
  /// @param mayDownload whether whoever asks may have the evidence
  WatchedHost host(boolean mayDownload);

  /// Another text as soon as the page is another one.
  String edition();

  /// A file of evidence; empty where there is none of that name.
  Optional<ByteSource> evidence(String name);
}
