package dev.unhang.hosts.saved;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.hosts.kernellog.DuplicateEpisodes;
import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.hosts.kernellog.Troubled;
import dev.unhang.hosts.outputs.LineHosts;
import dev.unhang.hosts.outputs.PastedFile;
import dev.unhang.hosts.outputs.PastedOutput;
import dev.unhang.hosts.outputs.PastedText;
import dev.unhang.hosts.outputs.Recognised;
import dev.unhang.hosts.outputs.Recognition;
import dev.unhang.logs.LogReading;
import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.Unused;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.log.LogFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Saved evidence while it is gathered, file by file. What is too much is left out and said.
public final class EvidenceDraft {
  /// Outputs and small files of a host; a sosreport has some ten megabytes of them.
  private static final long MAX_KEPT = 24L << 20;

  private static final int MAX_FILES = 20_000;
  private static final int MAX_TROUBLES = 50;
  private static final int MAX_UNUSED = 500;
  private static final int MAX_SILENT = 20;
  private static final int CHUNK = 64 << 10;

  /// A log of a year; what is longer is read in part.
  private static final long MAX_LOG = 512L << 20;

  /// How journal files begin, as far as is looked at here.
  private static final String JOURNAL = JournalFiles.SIGNATURE.substring(0, Unpacking.MARK);

  /// A stanza of interfaces(5).
  private static final Pattern IFACE =
      Pattern.compile("\\s*iface \\S{1,40} inet6? (?:static|manual|dhcp|loopback|auto)\\s*");

  /// What stands in no configuration: stamps, prompts.
  private static final Pattern SHOWN =
      Pattern.compile(
          "^(?:\\[ *\\d+\\.\\d{6}\\]|\\S+@\\S+[#$]|[#$] (?:cat|ip|ethtool) |.* kernel: )");

  private static final Pattern PRINTS_LOG =
      Pattern.compile("\\b(?:dmesg|journalctl|grep|zgrep|cat|zcat|tail|head|less|more|awk|sed)\\b");

  private static final HostPath HOSTNAME = new HostPath("/proc/sys/kernel/hostname");

  private final String name;
  private final Map<HostPath, Content> files = new HashMap<>();
  private final List<PastedOutput> outputs = new ArrayList<>();
  private final List<PastedFile> printed = new ArrayList<>();
  private final List<LogOf> logs = new ArrayList<>();
  private final List<Reading<LogFacts>> silent = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<Unused> unused = new ArrayList<>();
  private long kept;

  /// A log, and whose it is where it tells.
  private record LogOf(Optional<String> host, Reading<LogFacts> log) {}

  /// @param name what a person calls the evidence
  public EvidenceDraft(String name) {
    this.name = name;
  }

  /// Something that could not be used.
  public void trouble(String where, String what) {
    if (troubles.size() < MAX_TROUBLES) {
      troubles.add(new Trouble(new Place.Whole(new Origin(where)), what));
    }
  }

  /// A file of the host, as it was there.
  public void file(HostPath path, byte[] bytes, String where) {
    file(path, Content.of(bytes), where);
  }

  /// A file of the host, as it was there.
  public void file(HostPath path, Content content, String where) {
    if (hasRoom(content.size(), where)) {
      files.putIfAbsent(path, content);
    }
  }

  /// A kernel log that was read elsewhere.
  public void log(Reading<LogFacts> log) {
    keep(Optional.empty(), log);
  }

  /// A kernel log that was read elsewhere, to its end.
  public void log(LogReading log) {
    keep(Optional.empty(), log.finish());
  }

  /// What one command printed.
  public void output(String command, byte[] bytes, String where) {
    List<PastedOutput> found = Recognition.of(text(bytes, where), command);
    if (!found.isEmpty() && hasRoom(bytes.length, where)) {
      outputs.addAll(found);
    }
  }

  /// A text that a person put together: outputs, a kernel log, or both.
  ///
  /// @return whether anything was found in it
  public boolean paste(byte[] bytes, String where) {
    int said = troubles.size() + unused.size();
    boolean isUsed = sort(bytes, where);
    if (!isUsed && troubles.size() + unused.size() == said) {
      unused(where, text(bytes, where).isBlank() ? Unused.Why.EMPTY : Unused.Why.NOT_RECOGNISED);
    }
    return isUsed;
  }

  /// A file that is not looked into.
  void unused(String where, Unused.Why why) {
    unused(new Unused(new Place.Whole(new Origin(where)), where, why));
  }

  private void unused(Unused each) {
    if (unused.size() < MAX_UNUSED) {
      unused.add(each);
    }
  }

  private boolean sort(byte[] bytes, String where) {
    byte[] first = Arrays.copyOf(bytes, Math.min(bytes.length, Unpacking.MARK));
    if (Unpacking.isPacked(first)) {
      int before = logs.size();
      log(new ByteArrayInputStream(bytes), where);
      return logs.size() > before;
    }
    if (new String(bytes, 0, first.length, StandardCharsets.ISO_8859_1).equals(JOURNAL)) {
      trouble(where, "a journal file, not read with the rest: name it, or its folder, as a SOURCE");
      return false;
    }
    PastedText text = text(bytes, where);
    if (text.lines().stream().anyMatch(line -> IFACE.matcher(line).matches())
        && text.lines().stream().noneMatch(line -> SHOWN.matcher(line).find())) {
      file(InterfacesSource.MAIN, bytes, where);
      return true;
    }
    Recognised recognised = Recognition.read(text);
    boolean fits = recognised.isEmpty() || hasRoom(bytes.length, where);
    List<PastedOutput> found = fits ? recognised.outputs() : List.of();
    boolean any = fits && !recognised.isEmpty();
    if (any) {
      printed.addAll(recognised.files());
    }
    LineHosts lines = LineHosts.of(text);
    if (lines.named().size() > 1) {
      outputs.addAll(found);
      boolean areLogs = logsOfSeveral(text, lines);
      strangers(recognised, areLogs);
      return areLogs || any;
    }
    // A text that names one host is that host's from its first line on.
    Optional<String> only = lines.named().stream().findFirst();
    found.stream()
        .map(each -> new PastedOutput(each.kind(), each.nic(), only, each.text()))
        .forEach(outputs::add);
    LogReading log = new LogReading(new Origin(where));
    log.accept(bytes, 0, bytes.length);
    boolean isLog = keep(only, log.finish());
    strangers(recognised, isLog);
    return isLog || any;
  }

  /// Commands that print a log were understood where the text holds one.
  private void strangers(Recognised recognised, boolean isLog) {
    for (Recognised.Stranger each : recognised.strangers()) {
      if (!isLog || !PRINTS_LOG.matcher(each.command()).find()) {
        unused(new Unused(each.text().place(0), each.command(), Unused.Why.NOT_RECOGNISED));
      }
    }
  }

  /// The lines of each host as a log of its own, in which the others' are blank: so they keep their
  /// numbers.
  private boolean logsOfSeveral(PastedText text, LineHosts lines) {
    boolean any = false;
    List<Optional<String>> each = new ArrayList<>();
    lines.named().forEach(host -> each.add(Optional.of(host)));
    each.add(Optional.empty());
    for (Optional<String> host : each) {
      LogReading log = new LogReading(text.origin());
      for (int i = 0; i < text.lines().size(); i++) {
        String line = lines.hosts().get(i).equals(host) ? text.lines().get(i) : "";
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        log.accept(bytes, 0, bytes.length);
      }
      any |= keep(host, log.finish());
    }
    return any;
  }

  /// A kernel log of any length.
  public void log(InputStream in, String where) {
    Origin origin = new Origin(where);
    LogReading log = new LogReading(origin);
    byte[] chunk = new byte[CHUNK];
    // Whoever opened it closes it.
    @SuppressWarnings("resource")
    Unpacking text = new Unpacking(in);
    try {
      for (int read = text.read(chunk); read >= 0; read = text.read(chunk)) {
        log.accept(chunk, 0, read);
        if (log.bytes() > MAX_LOG) {
          cut(log, origin, "longer than " + MAX_LOG + " bytes: the rest was not read");
          return;
        }
      }
    } catch (IOException broken) {
      cut(log, origin, String.valueOf(broken.getMessage()));
      return;
    }
    keep(Optional.empty(), log.finish());
  }

  private void cut(LogReading log, Origin origin, String why) {
    trouble(origin.name(), why);
    keep(Optional.empty(), Troubled.cut(log.finish(), origin, why));
  }

  /// Notes are no log, whatever their first line looks like.
  private boolean keep(Optional<String> host, Reading<LogFacts> log) {
    boolean says =
        log.known()
            .filter(facts ->
                !facts.episodes().isEmpty()
                    || !facts.faults().isEmpty()
                    || !facts.counts().equals(LogFacts.Counts.NONE)
                    || facts.covers().stream().anyMatch(boot -> boot.from().isKnown()))
            .isPresent();
    if (says) {
      logs.add(new LogOf(host, log));
    } else if (silent.size() < MAX_SILENT
        && log.known().filter(it -> !it.dialect().isEmpty()).isPresent()) {
      silent.add(log);
    }
    return says;
  }

  /// Texts that were read as logs and hold no word of the kernel's: all there is to say where
  /// nothing else was recognised.
  public List<Reading<LogFacts>> silent() {
    return List.copyOf(silent);
  }

  private boolean hasRoom(int bytes, String where) {
    boolean fits = kept + bytes <= MAX_KEPT && files.size() + outputs.size() < MAX_FILES;
    kept += fits ? bytes : 0;
    if (!fits) {
      trouble(where, "left out: more than " + MAX_KEPT + " bytes or " + MAX_FILES + " files");
    }
    return fits;
  }

  private static PastedText text(byte[] bytes, String where) {
    return PastedText.of(new String(bytes, StandardCharsets.UTF_8), new Origin(where));
  }

  /// The evidence of each host in it, by the names in prompts, of `uname -a` and of syslog lines.
  /// What names none belongs to the only one there is; where there are several, it is no host's,
  /// and each says so.
  public List<SavedEvidence> hosts() {
    Set<String> named = new TreeSet<>();
    outputs.forEach(output -> output.host().ifPresent(named::add));
    printed.forEach(file -> file.host().ifPresent(named::add));
    logs.forEach(log -> log.host().ifPresent(named::add));
    Optional<String> own =
        Optional.ofNullable(files.get(HOSTNAME)).map(content -> content.utf8().strip());
    if (named.size() <= 1 || own.isPresent()) {
      Optional<String> only = own.or(() -> named.stream().findFirst());
      return List.of(
          new SavedEvidence(
              name,
              only,
              files(printed),
              outputs,
              logs(log -> true),
              troubles,
              unused,
              new Uses()));
    }
    ofNoHost(named);
    List<SavedEvidence> hosts = new ArrayList<>();
    for (String each : named) {
      Optional<String> host = Optional.of(each);
      List<PastedOutput> its =
          outputs.stream().filter(output -> output.host().equals(host)).toList();
      hosts.add(
          new SavedEvidence(
              name,
              host,
              printed(host),
              its,
              logs(log -> log.host().equals(host)),
              troubles,
              ofOthers(host),
              new Uses()));
    }
    return hosts;
  }

  private Map<HostPath, Content> files(List<PastedFile> of) {
    Map<HostPath, Content> all = new HashMap<>(files);
    of.forEach(file ->
        all.putIfAbsent(file.path(), Content.of(String.join("\n", file.text().lines()) + "\n")));
    return all;
  }

  /// The files that were given whole name no host: there are none of several hosts.
  private Map<HostPath, Content> printed(Optional<String> host) {
    Map<HostPath, Content> its =
        files(printed.stream().filter(file -> file.host().equals(host)).toList());
    its.keySet().removeAll(files.keySet());
    return its;
  }

  /// What was given with it and is about another host.
  private List<Unused> ofOthers(Optional<String> host) {
    List<Unused> others = new ArrayList<>(unused);
    for (PastedOutput output : outputs) {
      if (output.host().isPresent() && !output.host().equals(host)) {
        others.add(new Unused(output.text().place(0), output.asked(), Unused.Why.OTHER_HOST));
      }
    }
    for (LogOf log : logs) {
      if (log.host().isPresent() && !log.host().equals(host)) {
        Origin origin = log.log().known().map(LogFacts::origin).orElse(new Origin(name));
        others.add(
            new Unused(
                new Place.Whole(origin), "log of " + log.host().get(), Unused.Why.OTHER_HOST));
      }
    }
    return others.stream().limit(MAX_UNUSED).toList();
  }

  private List<Reading<LogFacts>> logs(Predicate<LogOf> wanted) {
    return DuplicateEpisodes.once(logs.stream().filter(wanted).map(LogOf::log).toList());
  }

  private void ofNoHost(Set<String> named) {
    String why = "left out: names no host, and there are " + String.join(", ", named);
    for (PastedOutput output : outputs) {
      if (output.host().isEmpty() && troubles.size() < MAX_TROUBLES) {
        troubles.add(new Trouble(output.text().place(0), output.kind().command() + " " + why));
      }
    }
    for (LogOf log : logs) {
      if (log.host().isEmpty()) {
        trouble(
            log.log().known().map(LogFacts::origin).orElse(new Origin(name)).name(), "log " + why);
      }
    }
    files.keySet().stream().sorted().forEach(file -> trouble(file.value(), "file " + why));
  }
}
