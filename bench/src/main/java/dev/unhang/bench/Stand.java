package dev.unhang.bench;

import dev.unhang.bench.log.Generated;
import dev.unhang.bench.log.JournalFolder;
import dev.unhang.bench.log.JournalText;
import dev.unhang.bench.log.LiveJournal;
import dev.unhang.bench.log.SyslogText;
import dev.unhang.bench.measure.Command;
import dev.unhang.bench.measure.Image;
import dev.unhang.bench.measure.Runner;
import dev.unhang.bench.measure.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a bench works with: the built program, logs to read, and a place for what is printed.
public final class Stand {
  private final Image image;
  private final Size size;
  private final Story story;
  private final Path data;
  private final Runner runner;
  private final Map<String, String> versions = new TreeMap<>();

  Stand(Path project, Image image, Size size, Story story) {
    this.image = image;
    this.size = size;
    this.story = story;
    this.data = project.resolve("bench/target/data");
    this.runner = new Runner(project.resolve("bench/target/output"));
    versions.put("unhang", image.version());
  }

  /// How much is measured.
  public Size size() {
    return size;
  }

  /// Tells the steps.
  public Story story() {
    return story;
  }

  /// Runs commands.
  public Runner runner() {
    return runner;
  }

  /// unhang with these arguments.
  public Command unhang(Object... arguments) {
    return Command.of(image.program(), arguments);
  }

  /// A tool to compare with. Its version is remembered for the record.
  public Tool tool(Tool tool) {
    tool.version().ifPresent(version -> versions.put(tool.name(), version));
    return tool;
  }

  /// The versions of all that was compared so far.
  public List<String> versions() {
    return versions.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList();
  }

  /// The plain log.
  public Generated text() {
    return SyslogText.bsd(data, size.textBytes(), story);
  }

  /// The plain log's little sister.
  public Generated sample() {
    return SyslogText.protocol(data, size.sampleBytes(), story);
  }

  /// One hang report in a file of its own.
  public Generated oneReport() {
    return SyslogText.oneReport(data);
  }

  /// The journal, written by systemd-journal-remote.
  ///
  /// @param remote that program
  public Generated journal(Tool remote) {
    return JournalFolder.written(data, size.journalRecords(), remote, story);
  }

  /// The journal as `journalctl -o json` prints it.
  public Generated journalJson() {
    return JournalText.json(data, size.journalRecords(), story);
  }

  /// The journal as `journalctl -o export` prints it.
  public Generated journalExport() {
    return JournalText.export(data, size.journalRecords(), story);
  }

  /// A journal that is being written.
  ///
  /// @param remote systemd-journal-remote
  public LiveJournal liveJournal(Tool remote) {
    return LiveJournal.begin(data.resolve("live"), remote);
  }
}
