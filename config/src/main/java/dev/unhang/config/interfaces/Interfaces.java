package dev.unhang.config.interfaces;

import dev.unhang.model.host.HostPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// /etc/network/interfaces and all files it sources, in the order they are read.
public final class Interfaces {
  private final List<InterfacesFile> files;
  private final List<String> missing;
  private final Optional<Misread> misread;
  private final List<Found> found;

  /// @param missing patterns of `source` lines that could not be followed
  /// @param misread where the program gives up on all of it; empty where it doesn't
  public Interfaces(List<InterfacesFile> files, List<String> missing, Optional<Misread> misread) {
    this.files = List.copyOf(files);
    this.missing = List.copyOf(missing);
    this.misread = misread;
    this.found = inOrder(this.files);
  }

  /// Files that are read to their ends.
  public Interfaces(List<InterfacesFile> files, List<String> missing) {
    this(files, missing, Optional.empty());
  }

  /// The files, the main one first.
  public List<InterfacesFile> files() {
    return files;
  }

  /// Patterns of `source` lines that could not be followed.
  public List<String> missing() {
    return missing;
  }

  /// Where the program gives up on all of it; empty where it doesn't.
  public Optional<Misread> misread() {
    return misread;
  }

  /// One file with its name.
  ///
  /// @param by the line that sources it; empty for the main file
  public record InterfacesFile(HostPath path, InterfacesDocument document, Optional<Source> by) {
    /// A file that no other one sources.
    public InterfacesFile(HostPath path, InterfacesDocument document) {
      this(path, document, Optional.empty());
    }
  }

  /// A line that sources files.
  ///
  /// @param line index of its first raw line
  public record Source(HostPath path, int line) {}

  /// A stanza and the file it stands in.
  public record Found(InterfacesFile file, Stanza stanza) {}

  /// The stanza that defines an interface; of ifupdown2's ranges one that has it.
  public Optional<Found> definition(String interfaceName) {
    return found.stream()
        .filter(each -> each.stanza().defines(interfaceName))
        .findFirst()
        .or(() ->
            found.stream()
                .filter(each -> each.stanza().keyword().equals("iface"))
                .filter(each ->
                    each.stanza().arguments().stream()
                        .limit(1)
                        .anyMatch(range -> NameRange.has(range, interfaceName)))
                .findFirst());
  }

  /// Whether a keyword line (`auto`, `allow-hotplug`) names the interface, or a pattern of it does,
  /// or stands in its stanza with nothing behind it.
  public boolean lists(String keyword, String interfaceName) {
    return stanzas().stream()
        .anyMatch(stanza ->
            stanza.keyword().equals(keyword)
                    && stanza.arguments().stream()
                        .anyMatch(word -> NamePattern.selects(word, interfaceName))
                || stanza.defines(interfaceName)
                    && stanza.option(keyword).filter(each -> each.value().isEmpty()).isPresent());
  }

  /// Every stanza of every file, in the order they are read: what a file sources stands where it
  /// does so.
  public List<Stanza> stanzas() {
    return found.stream().map(Found::stanza).toList();
  }

  /// The same with the files they stand in.
  public List<Found> found() {
    return found;
  }

  /// Stanzas of sourced files that stand behind a line at which the program gives that file up.
  public List<Found> lost() {
    List<Found> lost = new ArrayList<>();
    for (InterfacesFile file : files) {
      if (file.by().isPresent()) {
        file.document().stanzas().stream()
            .filter(stanza -> isLost(file, stanza))
            .forEach(stanza -> lost.add(new Found(file, stanza)));
      }
    }
    return lost;
  }

  private static boolean isLost(InterfacesFile file, Stanza stanza) {
    return file.document()
        .misread(file.path())
        .filter(at -> stanza.firstLine() + 1L >= at.line())
        .isPresent();
  }

  private static List<Found> inOrder(List<InterfacesFile> files) {
    Map<Source, List<InterfacesFile>> sourced = new HashMap<>();
    for (InterfacesFile file : files) {
      file.by()
          .ifPresent(line -> sourced.computeIfAbsent(line, none -> new ArrayList<>()).add(file));
    }
    List<Found> found = new ArrayList<>();
    Set<HostPath> done = new HashSet<>();
    files.stream()
        .filter(file -> file.by().isEmpty())
        .forEach(file -> add(file, sourced, found, done));
    return List.copyOf(found);
  }

  private static void add(
      InterfacesFile file,
      Map<Source, List<InterfacesFile>> sourced,
      List<Found> found,
      Set<HostPath> done) {
    if (!done.add(file.path())) {
      return;
    }
    for (Stanza stanza : file.document().stanzas()) {
      if (file.by().isPresent() && isLost(file, stanza)) {
        return;
      }
      found.add(new Found(file, stanza));
      if (stanza.keyword().startsWith("source")) {
        sourced
            .getOrDefault(new Source(file.path(), stanza.firstLine()), List.of())
            .forEach(each -> add(each, sourced, found, done));
      }
    }
  }
}
