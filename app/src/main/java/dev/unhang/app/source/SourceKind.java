package dev.unhang.app.source;

import java.util.List;

/// A kind of SOURCE that is a whole host, not a mere log.
interface SourceKind {
  /// Whether a name is one of these.
  boolean takes(String name);

  /// The hosts of all such names; files of one host are one host.
  List<NamedHost> open(List<String> names);
}
