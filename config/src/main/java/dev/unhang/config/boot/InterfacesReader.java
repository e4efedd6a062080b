package dev.unhang.config.boot;

import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.Includes;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.config.interfaces.Interfaces.Source;
import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.Misread;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a file of interfaces(5) and what it sources, as a program does.
final class InterfacesReader {
  /// More files than any folder of snippets has; a file that includes itself ends here.
  private static final int MAX_FILES = 200;

  /// More folders than one pattern means.
  private static final int MAX_FOLDERS = 64;

  private final HostView host;
  private final Ifupdown program;
  private final List<InterfacesFile> files = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private Optional<Misread> misread = Optional.empty();

  InterfacesReader(HostView host, Ifupdown program) {
    this.host = host;
    this.program = program;
  }

  Interfaces read(HostPath path, Content content) {
    InterfacesDocument document = InterfacesDocument.parse(content, program);
    misread = document.misread(path);
    follow(new InterfacesFile(path, document));
    return new Interfaces(files, missing, misread);
  }

  private void follow(InterfacesFile file) {
    HostPath path = file.path();
    if (files.size() >= MAX_FILES || files.stream().anyMatch(other -> other.path().equals(path))) {
      return;
    }
    files.add(file);
    String folder = path.value().substring(0, Math.max(1, path.value().lastIndexOf('/')));
    for (Includes.Include include : Includes.of(file.document(), folder, program)) {
      boolean found = follow(include, path);
      if (!found && include.needed() && misread.isEmpty()) {
        misread =
            Optional.of(
                new Misread(
                    path,
                    include.line() + 1L,
                    "the file it sources is not there, and it takes no patterns"));
        // What its author meant stands in no file that is read, which has to be said of each line.
        Includes.of(file.document(), folder, Ifupdown.CLASSIC).stream()
            .filter(meant -> meant.line() == include.line())
            .forEach(meant -> follow(meant, path));
      }
    }
  }

  private boolean follow(Includes.Include include, HostPath from) {
    boolean found = false;
    for (HostPath below : folders(include.folder())) {
      for (String name : host.list(below).known().orElse(List.of())) {
        if (include.names().matcher(name).matches() && isFile(below.resolve(name))) {
          found = follow(below.resolve(name), new Source(from, include.line())) || found;
        }
      }
    }
    return found;
  }

  private boolean follow(HostPath child, Source by) {
    Optional<Content> content = host.read(child).known();
    content.ifPresentOrElse(
        found ->
            follow(
                new InterfacesFile(
                    child, InterfacesDocument.sourced(found, program), Optional.of(by))),
        () -> missing.add(child.value()));
    return content.isPresent();
  }

  /// What can't be told may be a file.
  private boolean isFile(HostPath path) {
    return host.attributes(path)
        .known()
        .map(found -> found.kind() != FileAttributes.Kind.DIRECTORY)
        .orElse(true);
  }

  /// The folders that a path with patterns means.
  private List<HostPath> folders(String path) {
    if (path.chars().noneMatch(c -> "*?[".indexOf(c) >= 0)) {
      return List.of(new HostPath(path));
    }
    List<HostPath> folders = List.of(new HostPath("/"));
    for (String part : path.substring(1).split("/", -1)) {
      List<HostPath> deeper = new ArrayList<>();
      for (HostPath folder : folders) {
        host.list(folder).known().orElse(List.of()).stream()
            .filter(name -> Includes.Include.fits(part, name))
            .limit(MAX_FOLDERS)
            .forEach(name -> deeper.add(folder.resolve(name)));
      }
      folders = deeper.stream().limit(MAX_FOLDERS).toList();
    }
    return folders;
  }
}
