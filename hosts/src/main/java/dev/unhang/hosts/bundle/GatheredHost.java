package dev.unhang.hosts.bundle;

import dev.unhang.hosts.kernellog.Troubled;
import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.LogFacts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a script printed that looked at another host: frames of a head, `@file /etc/hosts`, and
/// lines with a blank before each. Whatever else is among it, a greeting say, is passed over.
public final class GatheredHost implements ByteSink {
  private static final int MAX_FRAMES = 50_000;

  /// All that is no log: of 800 guests some 2 MB.
  private static final long MAX_KEPT = 24L << 20;

  private static final String BREAKS_OFF = "what it told breaks off before the end";

  private static final int MAX_TOLD = 100;

  private final String name;
  private final long maxKept;
  private final int maxFrame;
  private final Map<String, String> told = new HashMap<>();
  private final EvidenceDraft draft;
  private final Answers answers = new Answers();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final RawLines lines = new RawLines(this::line);
  private @Nullable LogReading log;
  private String kind = "";
  private String of = "";
  private int frames;
  private long kept;
  private boolean cut;
  private boolean any;
  private boolean ended;

  /// @param name what a person calls the host
  public GatheredHost(String name) {
    this(name, MAX_KEPT, HostView.MAX_SMALL_FILE);
  }

  /// One of many that are read at once.
  ///
  /// @param maxKept bytes that are kept of all that is no log
  /// @param maxFrame bytes that are kept of one frame that is no log
  public GatheredHost(String name, long maxKept, int maxFrame) {
    this.name = name;
    this.maxKept = maxKept;
    this.maxFrame = maxFrame;
    this.draft = new EvidenceDraft(name);
  }

  /// Takes what the script printed, as it comes.
  @Override
  public void accept(byte[] chunk, int offset, int length) {
    lines.accept(chunk, offset, length);
    any |= length > 0;
  }

  private void line(byte[] bytes, int length) {
    if (length > 0 && bytes[0] == '@') {
      finish();
      String[] words = new String(bytes, 1, length - 1, StandardCharsets.ISO_8859_1).split(" ", 2);
      kind = words[0];
      of = words.length > 1 ? words[1] : "";
      ended |= kind.equals("end");
      if (kind.equals("told") && told.size() < MAX_TOLD) {
        String[] fact = of.split(" ", 2);
        told.put(fact[0], fact.length > 1 ? fact[1] : "");
      }
    } else if (length > 0 && bytes[0] == ' ') {
      bytes[length] = '\n';
      keep(bytes, 1, length);
    }
  }

  /// Logs are read as they come; anything else is small.
  private void keep(byte[] bytes, int offset, int length) {
    if (kind.equals("log")) {
      LogReading reading = log == null ? new LogReading(new Origin(where())) : log;
      log = reading;
      reading.accept(bytes, offset, length);
    } else if (content.size() + length > maxFrame) {
      cut = true;
    } else {
      content.write(bytes, offset, length);
    }
  }

  private String where() {
    return name + ":" + of;
  }

  private void finish() {
    byte[] bytes = content.toByteArray();
    content.reset();
    if (cut) {
      draft.trouble(where(), "longer than " + maxFrame + " bytes: its end is left out");
      cut = false;
    }
    if (log != null) {
      draft.log(log);
      log = null;
    }
    kept += bytes.length;
    if (++frames > MAX_FRAMES || kept > maxKept) {
      draft.trouble(where(), "left out: it told too much");
      kind = "";
      return;
    }
    switch (kind) {
      case "command" -> draft.output(of, bytes, where());
      case "file" -> answer(Asked.READ, Content.of(bytes));
      case "hex" -> hex(new String(bytes, StandardCharsets.ISO_8859_1));
      case "list" -> answer(Asked.LIST, lines(bytes).stream().sorted().toList());
      case "link" -> lines(bytes).stream().findFirst().ifPresent(to -> answer(Asked.LINK, to));
      default -> {}
    }
    kind = "";
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  private void hex(String text) {
    String digits = text.replaceAll("\\s", "");
    if (!digits.isEmpty() && digits.matches("[0-9a-f]*") && digits.length() % 2 == 0) {
      answer(Asked.READ, Content.of(HexFormat.of().parseHex(digits)));
    }
  }

  private void answer(String question, Object value) {
    Asked asked = new Asked(question, of);
    if (!asked.isSound()) {
      return;
    }
    HostPath path = new HostPath(of);
    Object kept = value instanceof Content file ? Secrets.without(path, file) : value;
    answers.put(asked, new Reading.Read<>(kept, new Origin(name + ":" + of)));
  }

  /// Whether anything was printed.
  public boolean saysSomething() {
    return any;
  }

  /// What the script tells of its own work: `@told NAME VALUE`, the last of each name.
  public Map<String, String> told() {
    return Map.copyOf(told);
  }

  /// Whether it said that it was done.
  public boolean hasEnded() {
    return ended;
  }

  /// The host, once nothing more will come.
  public SavedReport host() {
    lines.finish();
    finish();
    answers.files().forEach((path, file) -> draft.file(path, file, path.value()));
    SavedEvidence evidence = draft.hosts().getFirst();
    List<Trouble> troubles = new ArrayList<>(evidence.troubles());
    List<Reading<LogFacts>> logs = new ArrayList<>(evidence.logs());
    if (!ended) {
      Origin origin = new Origin(name);
      troubles.add(Trouble.end(new Place.Whole(origin), BREAKS_OFF));
      if (!logs.isEmpty()) {
        logs.add(Troubled.cut(logs.removeLast(), origin, BREAKS_OFF));
      }
    }
    return new SavedReport(
        new ReplayedHostView(answers, new SavedHostView(evidence)), logs, troubles);
  }
}
