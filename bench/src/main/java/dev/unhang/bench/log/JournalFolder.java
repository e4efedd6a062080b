package dev.unhang.bench.log;

import dev.unhang.bench.BenchBroken;
import dev.unhang.bench.Story;
import dev.unhang.bench.measure.Tool;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a host logs, in a folder of journal files that systemd itself has written.
public final class JournalFolder {
  private static final int MARKED_RECORDS = 4000;

  private JournalFolder() {}

  /// The journal of this many records, kept for the next time.
  ///
  /// @param remote systemd-journal-remote, which starts a new file whenever one is full
  public static Generated written(Path folder, int records, Tool remote, Story story) {
    String name = "journal-" + records + "-" + Generated.mark(beginning());
    return Generated.kept(folder.resolve(name), path -> write(path, records, remote), story);
  }

  private static long write(Path folder, int records, Tool remote) throws IOException {
    empty(folder);
    Path said = folder.resolveSibling(folder.getFileName() + ".said");
    Process process =
        new ProcessBuilder(remote.with("--output=" + folder.resolve("system.journal"), "-").argv())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    long reports;
    try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
      reports = JournalExport.write(out, Generated.SEED, records);
    }
    try {
      if (process.waitFor() != 0) {
        throw new BenchBroken("systemd-journal-remote failed", "see " + said);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new BenchBroken("interrupted while writing a journal", ended);
    }
    return reports;
  }

  /// A journal that was not finished is begun again.
  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static byte[] beginning() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JournalExport.write(out, Generated.SEED, MARKED_RECORDS);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
