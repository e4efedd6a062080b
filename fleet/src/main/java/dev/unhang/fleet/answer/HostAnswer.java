package dev.unhang.fleet.answer;

import dev.unhang.hosts.bundle.GatheredHost;
import dev.unhang.hosts.bundle.SavedReport;
import dev.unhang.model.host.ByteSink;
import java.util.Map;

/// Takes what the script printed on one host, as it comes, up to a bound.
public final class HostAnswer implements ByteSink {
  /// A month in which a card hung all the time has some 20 MB.
  public static final long MAX_BYTES = 64L << 20;

  /// Files and outputs of a host have some 100 kB; many hosts are read at once.
  private static final long MAX_KEPT = 2L << 20;

  private static final int MAX_FRAME = 128 << 10;

  private final GatheredHost gathered;
  private long bytes;

  /// @param name what a person calls the host
  public HostAnswer(String name) {
    gathered = new GatheredHost(name, MAX_KEPT, MAX_FRAME);
  }

  /// It said more than is read of a host: no more is taken.
  public static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuch() {
      super("more than " + (MAX_BYTES >> 20) + " MiB came");
    }
  }

  /// Throws TooMuch behind the bound.
  @Override
  public void accept(byte[] chunk, int offset, int length) {
    if (bytes + length > MAX_BYTES) {
      bytes = MAX_BYTES;
      throw new TooMuch();
    }
    bytes += length;
    gathered.accept(chunk, offset, length);
  }

  /// How many bytes came.
  public long bytes() {
    return bytes;
  }

  /// Whether it said that it was done: what came is whole.
  public boolean isWhole() {
    return gathered.hasEnded();
  }

  /// What the script tells of its own work.
  public Map<String, String> told() {
    return gathered.told();
  }

  /// The host, once nothing more will come.
  public SavedReport host() {
    return gathered.host();
  }
}
