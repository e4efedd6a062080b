package dev.unhang.config.interfaces;

import dev.unhang.model.host.HostPath;
import java.util.List;
import java.util.Optional;

/// /etc/network/interfaces and all files it sources, in the order they are read.
///
/// @param missing patterns of `source` lines that could not be followed
public record Interfaces(List<InterfacesFile> files, List<String> missing) {
  public Interfaces {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }

  /// One file with its name.
  public record InterfacesFile(HostPath path, InterfacesDocument document) {}

  /// A stanza and the file it stands in.
  public record Found(InterfacesFile file, Stanza stanza) {}

  /// The stanza that defines an interface.
  public Optional<Found> definition(String interfaceName) {
    for (InterfacesFile file : files) {
      Optional<Stanza> stanza = file.document().definition(interfaceName);
      if (stanza.isPresent()) {
        return Optional.of(new Found(file, stanza.get()));
      }
    }
    return Optional.empty();
  }

  /// Whether a keyword line (`auto`, `allow-hotplug`) names the interface, or a pattern of it does.
  public boolean lists(String keyword, String interfaceName) {
    return stanzas().stream()
        .anyMatch(stanza ->
            stanza.keyword().equals(keyword)
                && stanza.arguments().stream()
                    .anyMatch(word -> NamePattern.selects(word, interfaceName)));
  }

  /// Every stanza of every file.
  public List<Stanza> stanzas() {
    return files.stream().flatMap(file -> file.document().stanzas().stream()).toList();
  }
}
