package dev.unhang.app.source;

import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.hosts.outputs.PastedText;
import dev.unhang.hosts.outputs.Recognition;
import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedArchive;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedFolder;
import dev.unhang.hosts.saved.SavedHardware;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A saved host: a sosreport, unpacked or not; a folder of outputs and logs under any names; a text
/// with outputs in it. All that is named is one host's, unless prompts tell hosts apart.
final class SavedSource implements SourceKind {
  private final HostView files;
  private final Predicate<ByteSource> isText;

  private SavedSource(HostView files, Predicate<ByteSource> isText) {
    this.files = files;
    this.isText = isText;
  }

  /// Whatever holds a host, a text with outputs in it too.
  static SavedSource any(HostView files) {
    return new SavedSource(files, SavedSource::hasOutputs);
  }

  /// Folders and archives only, where a text is a log.
  static SavedSource packed(HostView files) {
    return new SavedSource(files, text -> false);
  }

  @Override
  public boolean takes(String name) {
    if (name.equals("-")) {
      return false;
    }
    HostPath path = Journals.path(name);
    try {
      return Journals.isFolder(files, path) ? isFolder(path) : isFile(path);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// A folder of journal files is a journal.
  private boolean isFolder(HostPath path) throws IOException {
    try (JournalFiles journal = JournalFiles.below(files, List.of(path))) {
      return journal.isEmpty() && journal.refused().isEmpty();
    }
  }

  private boolean isFile(HostPath path) throws IOException {
    ByteSource file = files.open(path).known().orElse(null);
    if (file == null) {
      return false;
    }
    try (ByteSource source = file) {
      if (Journals.isJournal(source)) {
        return false;
      }
      return SavedArchive.is(new SourceStream(source)) || isText.test(source);
    }
  }

  private static boolean hasOutputs(ByteSource source) {
    if (source.length() > HostView.MAX_SMALL_FILE) {
      return false;
    }
    try {
      String text = new String(text(source), StandardCharsets.UTF_8);
      return !Recognition.read(PastedText.of(text, new Origin(""))).isEmpty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] text(ByteSource source) throws IOException {
    try (InputStream text = new Unpacking(new SourceStream(source))) {
      return text.readNBytes(HostView.MAX_SMALL_FILE);
    } catch (IOException damaged) {
      return new byte[0];
    }
  }

  @Override
  public List<NamedHost> open(List<String> names) {
    EvidenceDraft draft = new EvidenceDraft(String.join(", ", names));
    for (String name : names) {
      try {
        read(name, draft);
      } catch (IOException broken) {
        draft.trouble(name, String.valueOf(broken.getMessage()));
      }
    }
    List<NamedHost> hosts = new ArrayList<>();
    for (SavedEvidence host : draft.hosts()) {
      if (host.hasFacts() || !host.logs().isEmpty()) {
        hosts.add(
            new NamedHost(SavedHardware.of(host), host.logs(), host.troubles(), host::unused));
      }
    }
    if (hosts.isEmpty() && !draft.silent().isEmpty()) {
      SavedEvidence nothing = draft.hosts().getFirst();
      return List.of(
          new NamedHost(
              SavedHardware.of(nothing), draft.silent(), nothing.troubles(), nothing::unused));
    }
    if (hosts.isEmpty()) {
      throw new CannotRead(
          "read " + String.join(", ", names),
          "",
          "nothing in it was recognised: no journal files, no kernel log, no output" + first(draft),
          "name the kernel log in it: unhang scan FILE; or --root for a mounted disk");
    }
    return hosts;
  }

  /// What may be why: an archive that breaks off, a file that can't be read.
  private static String first(EvidenceDraft draft) {
    return draft.hosts().stream()
        .flatMap(host -> host.troubles().stream())
        .findFirst()
        .map(trouble -> "; " + trouble.place().origin().name() + ": " + trouble.what())
        .orElse("");
  }

  private void read(String name, EvidenceDraft draft) throws IOException {
    HostPath path = Journals.path(name);
    if (Journals.isFolder(files, path)) {
      SavedFolder.read(files, path, name, draft);
      return;
    }
    try (ByteSource source = Journals.file(files, path, name)) {
      if (SavedArchive.is(new SourceStream(source))) {
        SavedArchive.read(new SourceStream(source), name, draft);
      } else {
        draft.paste(text(source), name);
      }
    }
  }
}
