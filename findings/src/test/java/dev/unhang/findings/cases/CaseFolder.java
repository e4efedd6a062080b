package dev.unhang.findings.cases;

import dev.unhang.findings.Diagnosis;
import dev.unhang.findings.Report;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.model.host.HostPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A golden case: the evidence of one host, and what must be said of it.
///
/// * `case.txt`: what it is, where it is from, and the verdicts, see [Expectation]
/// * `*.log`: kernel logs
/// * `host/…`: files of the host under their paths there
/// * `later/…`: the same kinds of files, of a second look a moment later
/// * any other file: pasted outputs
record CaseFolder(Path folder) {
  private static final Path CASES = Path.of("..", "testdata", "cases");
  private static final Path HOSTS = Path.of("..", "testdata", "hosts");

  /// Whole hosts: the incident's, before and after its fix, and its healthy neighbours.
  static List<CaseFolder> hosts() {
    return children(HOSTS).stream().map(CaseFolder::new).toList();
  }

  /// Every case of every rule, sorted.
  static List<CaseFolder> all() {
    try (Stream<Path> rules = Files.list(CASES)) {
      return rules.flatMap(rule -> children(rule).stream()).sorted().map(CaseFolder::new).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The rule the case was made for.
  String rule() {
    return folder.getParent().getFileName().toString();
  }

  List<Expectation> expected() {
    return text().filter(Expectation::is).map(Expectation::parse).toList();
  }

  /// The lines of `case.txt` that are neither blank nor a remark.
  Stream<String> text() {
    return new String(bytes(folder.resolve("case.txt")), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  /// What the rules say of it.
  Report judged() {
    SavedEvidence host = evidence(folder);
    Path later = folder.resolve("later");
    Optional<SavedEvidence> second =
        Files.isDirectory(later) ? Optional.of(evidence(later)) : Optional.empty();
    return Diagnosis.of(HostReading.read(new SavedHostView(host, second), host.logs(), List.of()));
  }

  private static SavedEvidence evidence(Path folder) {
    EvidenceDraft draft = new EvidenceDraft(folder.getFileName().toString());
    for (Path file : children(folder)) {
      String name = file.getFileName().toString();
      if (name.equals("host")) {
        files(file, draft);
      } else if (name.endsWith(".log")) {
        draft.log(new ByteArrayInputStream(bytes(file)), name);
      } else if (!name.equals("case.txt") && !name.equals("later")) {
        draft.paste(bytes(file), name);
      }
    }
    List<SavedEvidence> hosts = draft.hosts();
    if (hosts.size() != 1) {
      throw new IllegalStateException(folder + ": evidence of " + hosts.size() + " hosts");
    }
    SavedEvidence host = hosts.getFirst();
    if (!host.troubles().isEmpty()) {
      throw new IllegalStateException(folder + ": " + host.troubles());
    }
    return host;
  }

  private static void files(Path root, EvidenceDraft draft) {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = "/" + root.relativize(file);
        draft.file(new HostPath(path), bytes(file), path);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public String toString() {
    return rule() + "/" + folder.getFileName();
  }
}
