package dev.unhang.app.screen;

import dev.unhang.app.console.Console;
import dev.unhang.app.text.WitnessTelling;
import dev.unhang.findings.witness.DownInterval;
import dev.unhang.findings.witness.FailedPart;
import dev.unhang.findings.witness.ReachabilityTracker;
import dev.unhang.findings.witness.WitnessMap;
import dev.unhang.findings.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// What a witness sees, for a person.
public final class WitnessWords implements WitnessTelling {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String INDENT = " ".repeat(22);

  private final Console console;
  private final WitnessMap map;

  public WitnessWords(Console console, WitnessMap map) {
    this.console = console;
    this.map = map;
  }

  /// `2025-05-25 15:23:30Z`.
  public static String time(Instant at) {
    return SECONDS.format(at.truncatedTo(ChronoUnit.SECONDS));
  }

  private void say(Instant at, String what, String text) {
    console.say(time(at) + "  " + what + text);
    console.out().flush();
  }

  private void more(String what, Collection<String> words) {
    if (!words.isEmpty()) {
      console.say(INDENT + what + String.join(", ", words));
      console.out().flush();
    }
  }

  @Override
  public void begin(Instant at) {
    say(at, "watching ", Words.counted(map.targets().size(), "target", "targets"));
  }

  @Override
  public void dark(Instant at, ReachabilityTracker.Together together, FailedPart part) {
    List<String> names = together.dark().stream().map(DownInterval::target).toList();
    say(
        together.dark().getFirst().since(),
        "dark: ",
        String.join(", ", names) + (names.size() > 1 ? ", together" : ""));
    switch (part) {
      case FailedPart.Named named -> {
        more("failed: ", List.of(named.name()));
        more("looks the same from here: ", named.alike());
        more("ruled out: ", named.ruledOut());
      }
      case FailedPart.Undecided open -> {
        more("which part failed is undecided: ", List.of(open.why()));
        more("fits: ", open.fits());
      }
    }
    more("against: ", part.against());
    more("would tell more: ", part.tells().stream().toList());
    more("in doubt, and not counted: ", together.unknown().stream().sorted().toList());
  }

  @Override
  public void back(Instant at, List<DownInterval> spells) {
    for (DownInterval spell : spells) {
      Instant until = spell.until().orElse(at);
      say(
          until,
          "back: ",
          spell.target() + ", dark for " + Words.time(Duration.between(spell.since(), until)));
    }
  }

  @Override
  public void alive(Instant at, ReachabilityTracker.Standing standing) {
    say(at, "", standing.answering().size() + " of " + map.targets().size() + " answer");
    more("dark: ", standing.dark());
    more("never answered, so perhaps answering no probes: ", standing.unheard());
    more("could not be asked from here: ", standing.unsent());
  }
}
