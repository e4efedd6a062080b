package dev.unhang.hosts.saved;

import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.journal.Selection;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Unused;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A folder of a host's evidence: an unpacked sosreport, or outputs and logs under any names.
public final class SavedFolder {
  /// An unpacked sosreport has some ten thousand.
  private static final int MAX_FILES = 20_000;

  private static final int MAX_DEPTH = 12;

  private final HostView files;
  private final String name;
  private final EvidenceDraft draft;
  private int taken;

  private SavedFolder(HostView files, String name, EvidenceDraft draft) {
    this.files = files;
    this.name = name;
    this.draft = draft;
  }

  /// Puts all of it into a draft.
  ///
  /// @param files of the machine the folder lies on
  /// @param name what a person calls the folder
  public static void read(HostView files, HostPath folder, String name, EvidenceDraft draft) {
    SavedFolder reader = new SavedFolder(files, name, draft);
    List<String> names = reader.list(folder);
    boolean isSos = SosNames.isReport(Set.copyOf(names));
    reader.journal(folder);
    for (String each : names) {
      if (isSos) {
        reader.sos(folder.resolve(each), each, 0);
      } else {
        reader.loose(folder.resolve(each), each, 0);
      }
    }
  }

  /// The journal's own files, where the report has them.
  private void journal(HostPath folder) {
    List<HostPath> folders =
        List.of(folder.resolve("var/log/journal"), folder.resolve("run/log/journal"));
    try (JournalFiles journal = JournalFiles.below(files, folders)) {
      journal.refused().ifPresent(why -> draft.trouble(name, why));
      if (!journal.isEmpty()) {
        Selection all = new Selection(Optional.empty(), Optional.empty(), Optional.empty());
        draft.log(
            JournalFiles.read(
                new Origin(where("var/log/journal")),
                journal.journal(),
                all,
                Workers.ONE,
                event -> {}));
      }
    } catch (IOException broken) {
      draft.trouble(where("var/log/journal"), String.valueOf(broken.getMessage()));
    }
  }

  private List<String> list(HostPath folder) {
    Reading<List<String>> names = files.list(folder);
    names.whyNot().ifPresent(why -> draft.trouble(name, why));
    return names.known().orElse(List.of());
  }

  private Optional<FileAttributes.Kind> kind(HostPath path) {
    return files.attributes(path).known().map(FileAttributes::kind);
  }

  private void sos(HostPath path, String below, int depth) {
    Optional<FileAttributes.Kind> kind = kind(path);
    if (kind.equals(Optional.of(FileAttributes.Kind.DIRECTORY)) && depth < MAX_DEPTH) {
      for (String child : list(path)) {
        sos(path.resolve(child), below + "/" + child, depth + 1);
      }
    } else if (kind.equals(Optional.of(FileAttributes.Kind.FILE)) && SosNames.isWanted(below)) {
      if (SosNames.isLog(below)) {
        log(path, below);
      } else {
        small(path, below).ifPresent(bytes -> SosNames.sort(draft, below, bytes, where(below)));
      }
    }
  }

  /// Files under any names; in folders below it those that lie as they did on the host.
  private void loose(HostPath path, String below, int depth) {
    Optional<FileAttributes.Kind> kind = kind(path);
    if (kind.equals(Optional.of(FileAttributes.Kind.DIRECTORY)) && depth < MAX_DEPTH) {
      for (String child : list(path)) {
        loose(path.resolve(child), below + "/" + child, depth + 1);
      }
      return;
    }
    if (!kind.equals(Optional.of(FileAttributes.Kind.FILE))) {
      return;
    }
    if (depth > 0 && SosNames.isLog(below)) {
      log(path, below);
      return;
    }
    if (depth > 0) {
      Optional<HostPath> file = SosNames.ofHost(below);
      if (file.isEmpty()) {
        draft.unused(where(below), Unused.Why.TOO_DEEP);
      }
      file.ifPresent(as -> small(path, below).ifPresent(b -> draft.file(as, b, where(below))));
      return;
    }
    long size = files.attributes(path).known().map(FileAttributes::size).orElse(0L);
    if (size > HostView.MAX_SMALL_FILE) {
      log(path, below);
    } else {
      small(path, below).ifPresent(bytes -> draft.paste(bytes, where(below)));
    }
  }

  private Optional<byte[]> small(HostPath path, String below) {
    if (++taken > MAX_FILES) {
      draft.trouble(name, "more than " + MAX_FILES + " files: the rest was not read");
      return Optional.empty();
    }
    Reading<Content> content = files.read(path);
    content.whyNot().ifPresent(why -> draft.trouble(where(below), why));
    return content.known().map(Content::bytes);
  }

  private void log(HostPath path, String below) {
    Optional<ByteSource> opened = files.open(path).known();
    if (opened.isEmpty()) {
      draft.trouble(where(below), "can't be read");
      return;
    }
    try (ByteSource source = opened.get()) {
      draft.log(new SourceStream(source), where(below));
    } catch (IOException broken) {
      draft.trouble(where(below), String.valueOf(broken.getMessage()));
    }
  }

  private String where(String below) {
    return name + "/" + below;
  }
}
