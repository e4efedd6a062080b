package dev.unhang.watch.policy;

import dev.unhang.model.host.HostPath;
import java.util.Optional;

/// Where the watch shows how things stand, besides the file that `unhang status` reads.
///
/// @param listen where the page and the metrics are served; empty for nowhere
/// @param token the file that holds what a browser has to say first: a secret
/// @param textfile where the metrics are written for node_exporter
public record Publishing(
    Optional<Address> listen, Optional<HostPath> token, Optional<HostPath> textfile) {
  /// Nowhere.
  public static final Publishing NONE =
      new Publishing(Optional.empty(), Optional.empty(), Optional.empty());

  /// An address to listen on.
  ///
  /// @param host an IP address, never a name: a resolver may be behind the card that hangs
  public record Address(String host, int port) {
    /// Whether only programs of this host reach it.
    public boolean isLoopback() {
      return host.startsWith("127.") || host.equals("::1");
    }

    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }
}
