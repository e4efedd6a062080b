package dev.unhang.app.source;

import dev.unhang.hosts.bundle.SavedReport;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `unhang report` wrote. Each is a host.
final class ReportSource implements SourceKind {
  private final HostView files;

  ReportSource(HostView files) {
    this.files = files;
  }

  @Override
  public boolean takes(String name) {
    HostPath path = Journals.path(name);
    if (name.equals("-")) {
      return false;
    }
    if (Journals.isFolder(files, path)) {
      return SavedReport.unpacked(files, path).isPresent();
    }
    try {
      ByteSource opened = files.open(path).known().orElse(null);
      if (opened == null) {
        return false;
      }
      try (ByteSource source = opened) {
        return SavedReport.is(new SourceStream(source));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public List<NamedHost> open(List<String> names) {
    List<NamedHost> hosts = new ArrayList<>();
    for (String name : names) {
      HostPath path = Journals.path(name);
      Optional<HostPath> folder =
          Journals.isFolder(files, path) ? SavedReport.unpacked(files, path) : Optional.empty();
      if (folder.isPresent()) {
        hosts.add(unpacked(folder.get(), name));
        continue;
      }
      try (ByteSource source = Journals.file(files, path, name)) {
        SavedReport report = SavedReport.read(new SourceStream(source), name);
        hosts.add(new NamedHost(report.host(), report.logs(), report.troubles()));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return hosts;
  }

  private NamedHost unpacked(HostPath folder, String name) {
    try {
      SavedReport report = SavedReport.read(files, folder, name);
      return new NamedHost(report.host(), report.logs(), report.troubles());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
