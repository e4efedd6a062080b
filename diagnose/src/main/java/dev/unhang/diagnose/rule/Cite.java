package dev.unhang.diagnose.rule;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.Episode;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.facts.OffloadGroup;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.facts.Setting;
import dev.unhang.model.finding.Citation;

/// Citations that several rules make.
final class Cite {
  private static final Origin KERNEL = new Origin("kernel");

  private Cite() {}

  static Citation firstReport(Episode episode, String shows) {
    return new Citation(episode.firstPlace(), episode.firstText(), shows);
  }

  static Citation lastReport(Episode episode, String shows) {
    return new Citation(episode.lastPlace(), episode.firstText(), shows);
  }

  /// The kernel's answer on a group of features.
  static Citation offload(NicCase nic, OffloadGroup group, boolean on) {
    return new Citation(
        new Place.Whole(origin(nic)),
        group.longName() + ": " + (on ? "on" : "off"),
        group.shortName() + " is " + (on ? "on" : "off") + " now");
  }

  /// The kernel that was asked, or the text in which somebody kept its answer.
  private static Origin origin(NicCase nic) {
    return nic.now().map(NicFacts::offloads).map(Cite::origin).orElse(KERNEL);
  }

  private static Origin origin(Reading<Offloads> offloads) {
    return switch (offloads) {
      case Reading.Read<Offloads> read -> read.origin();
      case Reading.Partly<Offloads> partly -> partly.origin();
      case Reading.Absent<Offloads> absent -> KERNEL;
      case Reading.Unreadable<Offloads> unreadable -> KERNEL;
    };
  }

  static Citation setting(Setting setting) {
    String shows =
        setting.runsAtBoot()
            ? "keeps " + setting.group().shortName() + " " + (setting.on() ? "on" : "off")
            : "is not run at boot";
    return new Citation(setting.place(), setting.text(), shows + ": " + setting.runBy());
  }
}
