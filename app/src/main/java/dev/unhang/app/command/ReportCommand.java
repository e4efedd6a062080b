package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.console.Version;
import dev.unhang.app.json.ReportMadeJson;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.OutFile;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.source.Threads;
import dev.unhang.app.text.ByteWords;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.bundle.Answers;
import dev.unhang.hosts.bundle.RecordingHostView;
import dev.unhang.hosts.bundle.Redaction;
import dev.unhang.hosts.bundle.ReportDraft;
import dev.unhang.hosts.bundle.ReportEntry;
import dev.unhang.hosts.kernellog.LogCopies;
import dev.unhang.hosts.kernellog.LogCopy;
import dev.unhang.hosts.survey.Survey;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.ShellWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang report`: one file with all evidence, to send to a maintainer.
final class ReportCommand implements CliCommand {
  private static final int SALT_BYTES = 32;

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("report", "Writes one file with all evidence of this host; others read it.")
          .addOption(Spec.value("--root", "DIR", "the mounted disk of a host that doesn't run"))
          .addOption(
              Spec.value(
                  "-o",
                  "FILE",
                  "where, - for standard output; without: unhang-report-TIME.tar.gz here"))
          .addOption(
              Spec.flag(
                  "--redact",
                  "without names of hosts and guests, addresses and serial numbers: the same one"
                      + " becomes the same word; MACs keep their vendor's three bytes"))
          .addOption(JsonOption.spec("report-made/1"));

  ReportCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console all) {
    boolean isJson = JsonOption.of(arguments);
    if (isJson && OutFile.isStandardOutput(arguments.matchedOptionValue("-o", ""))) {
      throw new Usage("-o - puts the report on standard output, where --json prints", "-o FILE");
    }
    Console console = isJson ? all.aside() : OutFile.beside(arguments, "-o", all);
    Optional<HostView> disk = HostOption.disk(arguments).map(wiring::mounted);
    HostView view = disk.orElseGet(() -> wiring.live().view());
    boolean redact = Spec.has(arguments, "--redact");
    Instant now = wiring.live().clocks().wall();
    ReportDraft draft =
        draft(view, now, disk.isEmpty() ? Optional.of(now) : Optional.empty(), redact);
    String name =
        arguments.matchedOptionValue(
            "-o",
            "unhang-report-" + draft.time().toString().replaceAll("[:.].*|-", "") + ".tar.gz");
    console.say("The report holds " + ByteWords.of(draft.bytes()) + ":");
    contents(draft)
        .forEach(
            (what, bytes) -> console.say(String.format("  %10s  %s", ByteWords.of(bytes), what)));
    draft.leftOut().forEach(what -> console.say("  left out    " + what));
    console.say(
        redact
            ? "Looked for and replaced: names of hosts and guests, IP and MAC addresses, serial"
                + " numbers."
            : "Names and addresses are in it: --redact looks for them and replaces them.");
    console.say(
        "Looked for and left out: passwords and keys in configuration, commands, URLs and kernel"
            + " command lines;");
    console.say(
        "what containers and services are given, notes of guests. Elsewhere a secret may stand:"
            + " look before you send it.");
    long size = OutFile.packed(name, draft, all);
    if (!OutFile.isStandardOutput(name)) {
      console.say("");
      console.say("written to " + name + " (" + ByteWords.of(size) + ")");
      console.say("read it with: unhang doctor " + ShellWord.of(name));
    }
    ExitCode code = draft.leftOut().isEmpty() ? ExitCode.OK : ExitCode.INCOMPLETE;
    if (isJson) {
      all.say(ReportMadeJson.document(name, redact, draft, size, code));
    }
    return code;
  }

  /// @param logsUntil from where the last days are counted; empty for a disk: its last entry
  private static ReportDraft draft(
      HostView view, Instant now, Optional<Instant> logsUntil, boolean redact) {
    Answers answers = facts(view);
    try (Threads threads = new Threads()) {
      LogCopies copies = new LogCopies(view, threads);
      List<LogCopy> logs =
          logsUntil.isPresent() ? copies.read(logsUntil.get()) : copies.readLastDays(now);
      return ReportDraft.of(
          answers,
          logs,
          copies.leftOut(),
          redact ? Optional.of(new Redaction(salt(), answers, logs)) : Optional.empty(),
          Version.own().number(),
          now);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Everything but the logs on disk: quick, and without the disks being read.
  ///
  /// @param logs what of them is at hand
  static ReportDraft draftOfFacts(HostView view, Instant now, List<LogCopy> logs) {
    return ReportDraft.of(
        facts(view), logs, List.of(), Optional.empty(), Version.own().number(), now);
  }

  private static Answers facts(HostView view) {
    RecordingHostView recording = new RecordingHostView(view);
    Survey.read(recording, List.of());
    TopologyReader.read(recording);
    HostReading.read(recording, List.of(), List.of());
    return recording.answers();
  }

  /// Forgotten with this process.
  private static byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return salt;
  }

  /// Each log and document by itself; files by the folders they are from.
  private static Map<String, Long> contents(ReportDraft draft) {
    Map<String, Long> sizes = new TreeMap<>();
    for (ReportEntry entry : draft.entries()) {
      List<String> parts = new ArrayList<>(List.of(entry.name().split("/", -1)));
      boolean isFile = parts.size() > 3 && parts.get(1).equals("files");
      boolean isConfiguration = isFile && parts.get(2).equals("etc");
      int shown =
          isConfiguration ? parts.size() : isFile ? Math.min(4, parts.size() - 1) : parts.size();
      if (isFile && parts.get(2).equals("proc") && parts.get(3).matches("\\d{1,10}")) {
        parts.set(3, "PID");
      }
      String what = String.join("/", parts.subList(1, shown)) + (shown < parts.size() ? "/" : "");
      sizes.merge(what, entry.content().size(), Long::sum);
    }
    return sizes;
  }
}
