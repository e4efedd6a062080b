package dev.unhang.hosts.bundle;

import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What a script printed that looked at another host: frames of a head, `@file /etc/hosts`, and
/// lines with a blank before each. Whatever else is among it, a greeting say, is passed over.
public final class GatheredHost {
  private static final int MAX_FRAMES = 50_000;

  private final String name;
  private final EvidenceDraft draft;
  private final Answers answers = new Answers();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private String kind = "";
  private String of = "";
  private int frames;
  private boolean ended;

  private GatheredHost(String name) {
    this.name = name;
    this.draft = new EvidenceDraft(name);
  }

  /// @param name what a person calls the host
  /// @param printed by the script, whatever it is
  public static SavedReport read(String name, Content printed) {
    GatheredHost gathered = new GatheredHost(name);
    String text = new String(printed.bytes(), StandardCharsets.ISO_8859_1);
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      gathered.line(text, at, end);
      at = end + 1;
    }
    gathered.finish();
    return gathered.host();
  }

  private void line(String text, int at, int end) {
    if (text.startsWith("@", at)) {
      finish();
      String[] words = text.substring(at + 1, end).split(" ", 2);
      kind = words[0];
      of = words.length > 1 ? words[1] : "";
      ended |= kind.equals("end");
    } else if (text.startsWith(" ", at)) {
      content.writeBytes(text.substring(at + 1, end).getBytes(StandardCharsets.ISO_8859_1));
      content.write('\n');
    }
  }

  private void finish() {
    byte[] bytes = content.toByteArray();
    content.reset();
    if (++frames > MAX_FRAMES) {
      return;
    }
    String where = name + ":" + of;
    switch (kind) {
      case "command" -> draft.output(of, bytes, where);
      case "log" -> draft.log(new ByteArrayInputStream(bytes), where);
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

  private SavedReport host() {
    answers.files().forEach((path, file) -> draft.file(path, file.bytes(), path.value()));
    SavedEvidence evidence = draft.hosts().getFirst();
    List<Trouble> troubles = new ArrayList<>(evidence.troubles());
    if (!ended) {
      troubles.add(
          new Trouble(new Place.Whole(new Origin(name)), "what it told breaks off before the end"));
    }
    return new SavedReport(
        new ReplayedHostView(answers, new SavedHostView(evidence)), evidence.logs(), troubles);
  }
}
