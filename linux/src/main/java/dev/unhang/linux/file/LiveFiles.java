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
import dev.unhang.model.id.SourceId;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files of this machine, or of a mounted disk below a folder.
public final class LiveFiles {
  private static final SourceId FILES = new SourceId("files");

  /// /sys/class has a few hundred entries, /proc some tens of thousands.
  private static final int MAX_ENTRIES = 100_000;

  /// What stands for bytes that are no text.
  private static final char NO_TEXT = '\uFFFD';

  private static final Set<PosixFilePermission> EXECUTE =
      Set.of(
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Root root;

  public LiveFiles(Root root) {
    this.root = root;
  }

  /// A small file, whole.
  public Reading<Content> read(HostPath path) {
    return reading(path, true, spot -> PseudoFile.read(spot.pinned()));
  }

  /// A file of any size, to be closed by the caller.
  public Reading<ByteSource> open(HostPath path) {
    return reading(
        path,
        true,
        spot -> {
          Path pinned = spot.pinned();
          PseudoFile.requireFile(pinned);
          return new OpenedFile(pinned);
        });
  }

  /// Names in a folder, sorted. Names that are no text in this process' locale are said to be there
  /// and left out: what stands for them would lead to no file.
  public Reading<List<String>> list(HostPath folder) {
    List<Trouble> troubles = new ArrayList<>();
    Reading<List<String>> names =
        reading(folder, true, spot -> names(spot.pinned(), folder, troubles));
    if (names instanceof Reading.Read<List<String>> read && !troubles.isEmpty()) {
      return new Reading.Partly<>(read.value(), troubles, read.origin());
    }
    return names;
  }

  private static List<String> names(Path real, HostPath folder, List<Trouble> troubles)
      throws IOException {
    Place place = new Place.Whole(new Origin(folder.value()));
    if (!Files.isDirectory(real)) {
      // Opening a pipe waits for a writer, and a device may do anything.
      throw new NotDirectoryException(folder.value());
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(real)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (names.size() == MAX_ENTRIES) {
          troubles.add(new Trouble(place, "more than " + MAX_ENTRIES + " entries"));
          break;
        } else if (name.indexOf(NO_TEXT) >= 0) {
          troubles.add(new Trouble(place, "the name " + name + " is no text in this locale"));
        } else {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    Collections.sort(names);
    return names;
  }

  /// Where a link points, as written.
  public Reading<String> link(HostPath path) {
    return reading(path, false, spot -> Files.readSymbolicLink(spot.path()).toString());
  }

  /// What a path names.
  public Reading<FileAttributes> attributes(HostPath path) {
    return reading(path, false, spot -> attributes(spot.path()));
  }

  private static FileAttributes attributes(Path real) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(real, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    FileAttributes.Kind kind = FileAttributes.Kind.OTHER;
    if (attributes.isRegularFile()) {
      kind = FileAttributes.Kind.FILE;
    } else if (attributes.isDirectory()) {
      kind = FileAttributes.Kind.DIRECTORY;
    } else if (attributes.isSymbolicLink()) {
      kind = FileAttributes.Kind.LINK;
    }
    boolean executable = attributes.permissions().stream().anyMatch(EXECUTE::contains);
    return new FileAttributes(
        kind, attributes.size(), executable, Optional.of(mode(attributes.permissions())));
  }

  private static int mode(Set<PosixFilePermission> permissions) {
    return permissions.stream()
        .mapToInt(each ->
            switch (each) {
              case OWNER_READ -> 0_400;
              case OWNER_WRITE -> 0_200;
              case OWNER_EXECUTE -> 0_100;
              case GROUP_READ -> 0_040;
              case GROUP_WRITE -> 0_020;
              case GROUP_EXECUTE -> 0_010;
              case OTHERS_READ -> 0_004;
              case OTHERS_WRITE -> 0_002;
              case OTHERS_EXECUTE -> 0_001;
            })
        .sum();
  }

  /// Reads something of what has a name.
  private interface Reader<T> {
    T read(Spot spot) throws IOException;
  }

  private <T> Reading<T> reading(HostPath path, boolean followLast, Reader<? extends T> reader) {
    Origin origin = new Origin(path.value());
    try (Spot spot = followLast ? root.target(path) : root.name(path)) {
      return new Reading.Read<>(reader.read(spot), origin);
    } catch (NoSuchFileException | NotDirectoryException | NotLinkException not_there) {
      return new Reading.Absent<>(FILES, WhyAbsent.NOT_OFFERED, path + " is not there");
    } catch (AccessDeniedException denied) {
      return new Reading.Absent<>(FILES, WhyAbsent.DENIED, path + " may be read by root only");
    } catch (InvalidPathException no_text) {
      return unreadable(origin, "the name is no text in this locale");
    } catch (IOException broken) {
      return unreadable(origin, String.valueOf(broken.getMessage()));
    }
  }

  private static <T> Reading<T> unreadable(Origin origin, String what) {
    return new Reading.Unreadable<>(new Trouble(new Place.Whole(origin), what), origin);
  }
}
