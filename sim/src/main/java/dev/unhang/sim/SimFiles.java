package dev.unhang.sim;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.FileAttributes.Kind;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The simulated host's files: contents and links by path. Folders are there by what is in them, or
/// made.
final class SimFiles {
  private static final SourceId FILES = new SourceId("files");

  private final Map<String, Content> contents = new TreeMap<>();
  private final Map<String, String> links = new TreeMap<>();
  private final TreeSet<String> folders = new TreeSet<>();
  private final Map<String, Withheld> withheld = new TreeMap<>();

  /// Why a file is not to be seen that may well be there.
  enum Withheld {
    /// Whoever reads it waits for ever.
    BLOCKED,
    /// Not by this reader.
    DENIED
  }

  /// From now on a path and what is below it are not to be seen.
  void withhold(HostPath path, Withheld why) {
    withheld.put(path.value(), why);
  }

  private <T> Reading<T> seen(HostPath path, Reading<T> reading) {
    for (Map.Entry<String, Withheld> each : withheld.entrySet()) {
      if ((path.value() + "/").startsWith(each.getKey() + "/")) {
        Origin origin = new Origin(path.value());
        return switch (each.getValue()) {
          case BLOCKED ->
              new Reading.Unreadable<>(
                  new Trouble(new Place.Whole(origin), "no answer within 2 s"), origin);
          case DENIED ->
              new Reading.Absent<>(FILES, WhyAbsent.DENIED, path + " may be read by root only");
        };
      }
    }
    return reading;
  }

  void put(String path, String text) {
    contents.put(path, Content.of(text));
  }

  void put(HostPath path, Content content) {
    contents.put(path.value(), content);
  }

  void link(String path, String target) {
    links.put(path, target);
  }

  void make(HostPath path, Entry entry) {
    switch (entry) {
      case Entry.NewFile file -> put(path, file.content());
      case Entry.Link link -> link(path.value(), link.target());
      case Entry.Folder folder -> folders.add(path.value());
    }
  }

  boolean holds(HostPath path, Entry entry) {
    return switch (entry) {
      case Entry.NewFile file -> read(path).known().filter(file.content()::equals).isPresent();
      case Entry.Link link -> link(path).known().filter(link.target()::equals).isPresent();
      case Entry.Folder folder ->
          folders.contains(path.value()) && list(path).known().orElse(List.of()).isEmpty();
    };
  }

  void remove(String path) {
    contents.remove(path);
    links.remove(path);
    folders.remove(path);
  }

  Reading<Content> read(HostPath path) {
    Content content = contents.get(path.value());
    return seen(
        path,
        content == null ? absent(path) : new Reading.Read<>(content, new Origin(path.value())));
  }

  Reading<String> link(HostPath path) {
    String target = links.get(path.value());
    return seen(
        path, target == null ? absent(path) : new Reading.Read<>(target, new Origin(path.value())));
  }

  Reading<List<String>> list(HostPath folder) {
    TreeSet<String> names = new TreeSet<>();
    String prefix = folder.value().equals("/") ? "/" : folder.value() + "/";
    for (Map<String, ?> all : List.of(contents, links)) {
      for (String path : all.keySet()) {
        if (path.startsWith(prefix)) {
          names.add(path.substring(prefix.length()).split("/", 2)[0]);
        }
      }
    }
    for (String path : folders) {
      if (path.startsWith(prefix)) {
        names.add(path.substring(prefix.length()).split("/", 2)[0]);
      }
    }
    return seen(
        folder,
        names.isEmpty() && !folders.contains(folder.value())
            ? absent(folder)
            : new Reading.Read<>(List.copyOf(names), new Origin(folder.value())));
  }

  Reading<FileAttributes> attributes(HostPath path) {
    Optional<FileAttributes> attributes =
        links.containsKey(path.value())
            ? Optional.of(new FileAttributes(Kind.LINK, 0, true))
            : Optional.ofNullable(contents.get(path.value()))
                .map(content -> new FileAttributes(Kind.FILE, content.size(), true));
    if (attributes.isEmpty() && list(path).known().isPresent()) {
      attributes = Optional.of(new FileAttributes(Kind.DIRECTORY, 0, true));
    }
    return seen(
        path,
        attributes.isEmpty()
            ? absent(path)
            : new Reading.Read<>(attributes.get(), new Origin(path.value())));
  }

  static <T> Reading<T> absent(HostPath path) {
    return new Reading.Absent<>(FILES, WhyAbsent.NOT_OFFERED, path + " is not there");
  }
}
