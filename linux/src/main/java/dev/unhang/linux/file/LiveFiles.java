package dev.unhang.linux.file;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.name.SourceId;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/// The files of this machine, or of a mounted disk below a folder.
public final class LiveFiles {
  private static final SourceId FILES = new SourceId("files");

  /// /sys/class has a few hundred entries, /proc some tens of thousands.
  private static final int MAX_ENTRIES = 100_000;

  private final Path root;

  /// @param root `/`, or where a disk is mounted
  public LiveFiles(Path root) {
    this.root = root;
  }

  /// A small file, whole.
  public Reading<Content> read(HostPath path) {
    return reading(path, PseudoFile::read);
  }

  /// A file of any size, to be closed by the caller.
  public Reading<ByteSource> open(HostPath path) {
    return reading(path, OpenedFile::new);
  }

  /// Names in a folder, sorted.
  public Reading<List<String>> list(HostPath folder) {
    return reading(
        folder,
        real -> {
          try (Stream<Path> entries = Files.list(real)) {
            return entries
                .limit(MAX_ENTRIES)
                .map(entry -> entry.getFileName().toString())
                .sorted()
                .toList();
          }
        });
  }

  /// Where a link points, as written.
  public Reading<String> link(HostPath path) {
    return reading(path, real -> Files.readSymbolicLink(real).toString());
  }

  /// What a path names.
  public Reading<FileAttributes> attributes(HostPath path) {
    return reading(path, LiveFiles::attributes);
  }

  private static FileAttributes attributes(Path real) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    FileAttributes.Kind kind = FileAttributes.Kind.OTHER;
    if (attributes.isRegularFile()) {
      kind = FileAttributes.Kind.FILE;
    } else if (attributes.isDirectory()) {
      kind = FileAttributes.Kind.DIRECTORY;
    } else if (attributes.isSymbolicLink()) {
      kind = FileAttributes.Kind.LINK;
    }
    return new FileAttributes(kind, attributes.size(), Files.isExecutable(real));
  }

  /// Reads something of a real path.
  private interface Reader<T> {
    T read(Path real) throws IOException;
  }

  private <T> Reading<T> reading(HostPath path, Reader<? extends T> reader) {
    Origin origin = new Origin(path.value());
    try {
      return new Reading.Read<>(reader.read(real(path)), origin);
    } catch (NoSuchFileException | NotDirectoryException | NotLinkException not_there) {
      return new Reading.Absent<>(FILES, WhyAbsent.NOT_OFFERED, path + " is not there");
    } catch (AccessDeniedException denied) {
      return new Reading.Absent<>(FILES, WhyAbsent.DENIED, path + " may be read by root only");
    } catch (IOException broken) {
      return new Reading.Unreadable<>(
          new Trouble(new Place.Whole(origin), String.valueOf(broken.getMessage())), origin);
    }
  }

  private Path real(HostPath path) {
    return root.resolve(path.value().substring(1));
  }
}
