package dev.unhang.app.web;

import dev.unhang.app.page.WatchedHost;
import dev.unhang.model.host.ByteSource;
import dev.unhang.watch.standing.Recent;
import dev.unhang.watch.standing.Standing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A site whose content a test knows.
final class KnownSite implements WatchedSite {
  static final String EVIDENCE = "watch-eno1-5eed0001-20315.tar.gz";
  static final String CONTENT = "what the card said";

  private volatile Standing standing;
  private final Recent recent = new Recent();
  private volatile UnaryOperator<WatchedHost> more = host -> host;

  KnownSite(Standing standing) {
    stands(standing);
  }

  void stands(Standing now) {
    standing = now;
    recent.accept(now);
  }

  /// What else it shows.
  void shows(UnaryOperator<WatchedHost> other) {
    more = other;
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public Recent recent() {
    return recent;
  }

  @Override
  public WatchedHost host(boolean mayDownload) {
    return more.apply(
        new WatchedHost(
            "pve-02",
            standing,
            List.of(),
            List.of(),
            Map.of(),
            List.of(EVIDENCE),
            "/var/lib/unhang/evidence",
            mayDownload));
  }

  @Override
  public String edition() {
    return WatchedHost.edition(host(false).episodes());
  }

  @Override
  public Optional<ByteSource> evidence(String name) {
    return name.equals(EVIDENCE) ? Optional.of(new Bytes()) : Optional.empty();
  }

  private static final class Bytes implements ByteSource {
    private final byte[] bytes = CONTENT.getBytes(StandardCharsets.UTF_8);

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public int read(long offset, ByteBuffer into) {
      if (offset >= bytes.length) {
        return -1;
      }
      int length = Math.min(into.remaining(), bytes.length - (int) offset);
      into.put(bytes, (int) offset, length);
      return length;
    }

    @Override
    public void close() {}
  }
}
