package dev.unhang.app.option;

import dev.unhang.hosts.bundle.ReportDraft;
import dev.unhang.model.error.CannotRead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPOutputStream;

/// A file of the person's own choosing, not a part of the host's configuration.
public final class OutFile {
  private OutFile() {}

  /// A report, packed by gzip. Others may not read it: there is much in it about the host.
  ///
  /// @return how many bytes were written
  public static long packed(String name, ReportDraft report) {
    Path file = Path.of(name);
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        report.write(out);
      }
      return Files.size(file);
    } catch (IOException failed) {
      throw new CannotRead("write " + name, "", failed.toString(), "name a file you may write: -o");
    }
  }

  /// The same in a folder of unhang's own, which is made for root alone.
  ///
  /// @return where it is
  public static String kept(String folder, String name, ReportDraft report) {
    Path own = Path.of(folder);
    try {
      Files.createDirectories(
          own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException failed) {
      throw new CannotRead("make " + folder, "", failed.toString(), "see whether the disk is full");
    }
    String file = own.resolve(name).toString();
    packed(file, report);
    return file;
  }

  public static void write(String name, String text) {
    try {
      Files.writeString(Path.of(name), text, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new CannotRead("save to " + name, "", failed.toString(), "name a file you may write");
    }
  }
}
