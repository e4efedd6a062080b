package dev.unhang.hosts.bundle;

import dev.unhang.hosts.kernellog.LogCopy;
import dev.unhang.hosts.kernellog.PackedText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A report before it is packed.
///
/// @param entries what goes in, in order
/// @param leftOut what was too much, in words
/// @param time it was made
public record ReportDraft(List<ReportEntry> entries, List<String> leftOut, Instant time) {
  public ReportDraft {
    entries = List.copyOf(entries);
    leftOut = List.copyOf(leftOut);
  }

  /// All that was answered and logged.
  ///
  /// @param version of unhang
  /// @param redaction what becomes of names and addresses; empty where they stay
  public static ReportDraft of(
      Answers answers,
      List<LogCopy> logs,
      List<String> leftOut,
      Optional<Redaction> redaction,
      String version,
      Instant time) {
    Answers kept = PciIdsExcerpt.in(redaction.map(it -> it.answers(answers)).orElse(answers));
    UnaryOperator<String> seen = redaction.map(Redaction::text).orElse(UnaryOperator.identity());
    UnaryOperator<byte[]> seenBytes =
        redaction.map(Redaction::bytes).orElse(UnaryOperator.identity());
    UnaryOperator<byte[]> seenLogs = bytes -> seenBytes.apply(Secrets.ofLog(bytes));
    List<ReportEntry> entries = new ArrayList<>();
    ReportFiles.documents(kept, seen)
        .forEach((name, text) -> entries.add(new ReportEntry(name, utf8(text))));
    ReportFiles.files(kept)
        .forEach(
            (name, bytes) -> entries.add(new ReportEntry(seen.apply(name), PackedText.of(bytes))));
    for (LogCopy log : logs) {
      entries.add(
          new ReportEntry(
              ReportFiles.LOGS + seen.apply(log.name()), changed(log.text(), seenLogs)));
    }
    List<String> missing = leftOut.stream().map(seen).toList();
    entries.addFirst(
        new ReportEntry(
            ReportFiles.ABOUT,
            utf8(about(version, time, redaction.isPresent(), entries, missing))));
    return new ReportDraft(entries, missing, time);
  }

  private static PackedText utf8(String text) {
    return PackedText.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PackedText changed(PackedText text, UnaryOperator<byte[]> change) {
    PackedText.Writer changed = new PackedText.Writer();
    text.pieces(piece -> {
      byte[] seen = change.apply(piece);
      changed.accept(seen, 0, seen.length);
    });
    return changed.text();
  }

  private static String about(
      String version,
      Instant time,
      boolean redacted,
      List<ReportEntry> entries,
      List<String> leftOut) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("schema", ReportFiles.ABOUT_SCHEMA);
    about.put("unhang", version);
    about.put("time", time.toString());
    about.put("redacted", redacted);
    List<Object> files = new ArrayList<>();
    for (ReportEntry entry : entries) {
      files.add(Map.of("file", entry.name(), "bytes", entry.content().size()));
    }
    about.put("files", files);
    about.put("leftOut", leftOut);
    return AnswersWriter.line(about, UnaryOperator.identity()) + "\n";
  }

  /// Writes it as a tar archive, not yet compressed. The stream stays open.
  public void write(OutputStream out) throws IOException {
    TarWriter tar = new TarWriter(out, time);
    for (ReportEntry entry : entries) {
      tar.file(entry.name(), entry.content());
    }
    tar.finish();
  }

  /// How many bytes all files have together.
  public long bytes() {
    return entries.stream().mapToLong(entry -> entry.content().size()).sum();
  }
}
