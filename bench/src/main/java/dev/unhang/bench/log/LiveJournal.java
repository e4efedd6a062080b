package dev.unhang.bench.log;

import dev.unhang.bench.BenchBroken;
import dev.unhang.bench.measure.Live;
import dev.unhang.bench.measure.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A journal that systemd's own program writes, record by record as they are made up.
public final class LiveJournal implements AutoCloseable {
  private static final String BOOT = "6f8f57715090da2632453988d9a1501b";
  private static final long BEGINNING = 1_700_000_000_000_000L;
  private static final int LOOKS = 1_000;

  private final Path folder;
  private final Live writer;
  private int records;

  private LiveJournal(Path folder, Live writer) {
    this.folder = folder;
    this.writer = writer;
  }

  /// Begins one with a record in it.
  ///
  /// @param folder which is emptied
  /// @param remote systemd-journal-remote
  public static LiveJournal begin(Path folder, Tool remote) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Path file = folder.resolve("system.journal");
      LiveJournal journal =
          new LiveJournal(folder, Live.start(remote.with("--output=" + file, "-")));
      journal.rename();
      for (int looks = 0; !Files.exists(file) || Files.size(file) == 0; looks++) {
        if (looks == LOOKS) {
          throw new BenchBroken(remote.name() + " wrote nothing", "run it by hand");
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
      return journal;
    } catch (IOException failed) {
      throw new BenchBroken("cannot begin a journal", failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new BenchBroken("interrupted while beginning a journal", ended);
    }
  }

  /// Where it is.
  public Path folder() {
    return folder;
  }

  /// Has the kernel say that a link has another name.
  ///
  /// @return the name
  public String rename() {
    String name = "uhl" + ++records;
    writer.tell(
        "__REALTIME_TIMESTAMP="
            + (BEGINNING + records)
            + "\n__MONOTONIC_TIMESTAMP="
            + records
            + "\n_BOOT_ID="
            + BOOT
            + "\n_TRANSPORT=kernel\nSYSLOG_IDENTIFIER=kernel\nSYSLOG_FACILITY=0\nPRIORITY=6\n"
            + ("MESSAGE=e1000e 0000:00:1f.6 " + name + ": renamed from uhl0\n\n"));
    return name;
  }

  @Override
  public void close() {
    writer.close();
  }
}
