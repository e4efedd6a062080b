package dev.unhang.config.boot;

import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.Includes;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.SourceId;
import java.util.ArrayList;
import java.util.List;

/// /etc/network/interfaces with all it includes, and who reads it at boot.
///
/// Man: interfaces(5)
public final class InterfacesSource {
  /// This source's name.
  public static final SourceId ID = new SourceId("interfaces-file");

  /// The file ifupdown begins with.
  public static final HostPath MAIN = new HostPath("/etc/network/interfaces");

  /// Where Proxmox VE's GUI and its pinning tool write; moved over the file at the next boot.
  public static final HostPath PENDING = new HostPath("/etc/network/interfaces.new");

  /// More files than any folder of snippets has; a file that includes itself ends here.
  private static final int MAX_FILES = 200;

  private InterfacesSource() {}

  /// The files in the order ifupdown reads them.
  public static Reading<Interfaces> read(HostView host) {
    Reading<Content> main = host.read(MAIN);
    if (main.known().isEmpty()) {
      return main.map(content -> new Interfaces(List.of(), List.of()));
    }
    List<InterfacesFile> files = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    follow(host, MAIN, main.known().get(), files, missing);
    return new Reading.Read<>(new Interfaces(files, missing), new Origin(MAIN.value()));
  }

  private static void follow(
      HostView host,
      HostPath path,
      Content content,
      List<InterfacesFile> files,
      List<String> missing) {
    if (files.size() >= MAX_FILES || files.stream().anyMatch(file -> file.path().equals(path))) {
      return;
    }
    InterfacesDocument document = InterfacesDocument.parse(content);
    files.add(new InterfacesFile(path, document));
    String folder = path.value().substring(0, Math.max(1, path.value().lastIndexOf('/')));
    for (Includes.Include include : Includes.of(document, folder)) {
      HostPath below = new HostPath(include.folder());
      List<String> names = host.list(below).known().orElse(List.of());
      for (String name : names) {
        if (include.names().matcher(name).matches()) {
          HostPath child = below.resolve(name);
          host.read(child)
              .known()
              .ifPresentOrElse(
                  found -> follow(host, child, found, files, missing),
                  () -> missing.add(child.value()));
        }
      }
    }
  }

  /// Which ifupdown is installed. Debian's ifupdown-ng stands beside another one unless the script
  /// is there that networking.service runs.
  public static Ifupdown ifupdown(HostView host) {
    if (exists(host, "/usr/share/ifupdown2")) {
      return Ifupdown.IFUPDOWN2;
    }
    if (exists(host, "/usr/share/ifupdown-ng/sbin/networking")) {
      return Ifupdown.NG;
    }
    return exists(host, "/usr/sbin/ifup") || exists(host, "/sbin/ifup")
        ? Ifupdown.CLASSIC
        : Ifupdown.NONE;
  }

  /// Whether networking.service is started at boot.
  ///
  /// Man: systemctl(1), "enable": it makes links below `*.wants` folders
  public static boolean networkingIsEnabled(HostView host) {
    return List.of("multi-user", "network-online", "network", "sysinit").stream()
        .anyMatch(target ->
            exists(host, "/etc/systemd/system/" + target + ".target.wants/networking.service"));
  }

  private static boolean exists(HostView host, String path) {
    return host.attributes(new HostPath(path)).known().isPresent();
  }
}
