package dev.unhang.hosts.bundle;

import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.hosts.saved.Tar;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.LogFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A report that was sent, read: a host that answers as it did when the report was made.
///
/// @param host who answers
/// @param logs its kernel logs
/// @param troubles what of it could not be used
public record SavedReport(HostView host, List<Reading<LogFacts>> logs, List<Trouble> troubles) {
  private static final int FIRST = 512;
  private static final int MAX_FILES = 20_000;
  private static final int MAX_DEPTH = 40;

  /// All that is no log. What a report is made of is far smaller.
  private static final long MAX_KEPT = 32L << 20;

  /// Logs, which are read as they come; twice what a report is filled with.
  private static final long MAX_LOGS = 256L << 20;

  public SavedReport {
    logs = List.copyOf(logs);
    troubles = List.copyOf(troubles);
  }

  /// Whether a file is a report.
  ///
  /// @param file from its first byte; closed by the caller
  public static boolean is(InputStream file) {
    // Whoever opened it closes it.
    @SuppressWarnings("resource")
    Unpacking unpacked = new Unpacking(file);
    try {
      byte[] first = unpacked.readNBytes(FIRST);
      String name = new String(first, 0, Math.min(first.length, 100), StandardCharsets.UTF_8);
      return Tar.begins(first) && withoutDot(name).startsWith(ReportFiles.FOLDER);
    } catch (IOException damaged) {
      return false;
    }
  }

  /// Reads all of it. What is damaged is left out and said.
  ///
  /// @param name what a person calls it
  public static SavedReport read(InputStream file, String name) {
    Gathering gathering = new Gathering(name);
    // Whoever opened it closes it.
    @SuppressWarnings("resource")
    Unpacking unpacked = new Unpacking(file);
    Tar.read(unpacked, gathering);
    return gathering.report();
  }

  /// The folder of a report that was unpacked: the one named, or the one in it.
  ///
  /// @param files of the machine the folder lies on
  public static Optional<HostPath> unpacked(HostView files, HostPath folder) {
    String own = ReportFiles.FOLDER.substring(0, ReportFiles.FOLDER.length() - 1);
    String about = ReportFiles.ABOUT.substring(ReportFiles.FOLDER.length());
    return Stream.of(folder, folder.resolve(own))
        .filter(each -> files.attributes(each.resolve(about)).known().isPresent())
        .findFirst();
  }

  /// Reads a report that was unpacked.
  ///
  /// @param folder as [#unpacked] finds it
  /// @param name what a person calls it
  public static SavedReport read(HostView files, HostPath folder, String name) throws IOException {
    Gathering gathering = new Gathering(name);
    gathering.folder(files, folder, ReportFiles.FOLDER, 0);
    return gathering.report();
  }

  /// tar that was told to pack `.` puts it before each name.
  private static String withoutDot(String name) {
    return name.startsWith("./") ? name.substring(2) : name;
  }

  /// Takes its files as they come.
  private static final class Gathering implements Tar.Entries {
    private final String report;
    private final EvidenceDraft draft;
    private final Map<String, Content> files = new HashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private long kept;
    private long logged;
    private int seen;

    Gathering(String report) {
      this.report = report;
      this.draft = new EvidenceDraft(report);
    }

    /// All files below a folder.
    void folder(HostView files, HostPath folder, String below, int depth) throws IOException {
      for (String child : files.list(folder).known().orElse(List.of())) {
        HostPath path = folder.resolve(child);
        Optional<FileAttributes> about = files.attributes(path).known();
        if (about.isEmpty() || ++seen > MAX_FILES || depth > MAX_DEPTH) {
          refused(below + child, "left out: can't be read, or too much for a report");
        } else if (about.get().kind() == FileAttributes.Kind.DIRECTORY) {
          folder(files, path, below + child + "/", depth + 1);
        } else if (about.get().kind() == FileAttributes.Kind.FILE) {
          try (ByteSource source = files.open(path).known().orElseThrow(IOException::new)) {
            file(below + child, source.length(), new SourceStream(source));
          } catch (IOException broken) {
            refused(below + child, "can't be read: " + broken.getMessage());
          }
        }
      }
    }

    @Override
    public void file(String entry, long size, InputStream content) throws IOException {
      String name = withoutDot(entry);
      boolean isLog = name.startsWith(ReportFiles.LOGS);
      kept += isLog ? 0 : size;
      logged += isLog ? size : 0;
      if (kept > MAX_KEPT || logged > MAX_LOGS) {
        refused(name, "left out: a report of this size is none of ours");
      } else if (isLog) {
        draft.log(content, report + ":" + name.substring(ReportFiles.FOLDER.length()));
      } else {
        files.put(name, Content.of(content.readAllBytes()));
      }
    }

    @Override
    public void refused(String name, String why) {
      Origin origin = new Origin(name.isEmpty() ? report : report + ":" + name);
      troubles.add(new Trouble(new Place.Whole(origin), why));
    }

    SavedReport report() {
      Answers answers = new Answers();
      read(ReportFiles.HOST, ReportFiles.HOST_SCHEMA, answers);
      read(ReportFiles.KERNEL, ReportFiles.KERNEL_SCHEMA, answers);
      answers.files().forEach((path, content) -> draft.file(path, content, path.value()));
      unlisted(answers);
      SavedEvidence evidence = draft.hosts().getFirst();
      troubles.addAll(evidence.troubles());
      return new SavedReport(
          new ReplayedHostView(answers, new SavedHostView(evidence)), evidence.logs(), troubles);
    }

    private void read(String name, String schema, Answers answers) {
      Content document = files.get(name);
      if (document == null) {
        refused(name, "is not in the report");
        return;
      }
      new AnswersReader(
              answers, reading -> ReportFiles.content(reading, files), what -> refused(name, what))
          .read(document.bytes(), schema);
    }

    /// Files that no answer speaks of, as where the answers are damaged.
    private void unlisted(Answers answers) {
      files.forEach((name, content) -> {
        boolean isFile = name.startsWith(ReportFiles.FILES + "/") && name.indexOf('\0') < 0;
        Asked asked =
            new Asked(Asked.READ, isFile ? name.substring(ReportFiles.FILES.length()) : "");
        if (isFile && answers.get(asked).isEmpty()) {
          draft.file(new HostPath(asked.of()), content, name);
        }
      });
    }
  }
}
