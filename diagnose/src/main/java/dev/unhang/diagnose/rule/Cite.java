package dev.unhang.diagnose.rule;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.facts.Episode;
import dev.unhang.model.facts.OffloadGroup;
import dev.unhang.model.facts.Setting;
import dev.unhang.model.finding.Citation;

/// Citations that several rules make.
final class Cite {
  private Cite() {}

  static Citation firstReport(Episode episode, String shows) {
    return new Citation(episode.firstPlace(), episode.firstText(), shows);
  }

  static Citation lastReport(Episode episode, String shows) {
    return new Citation(episode.lastPlace(), episode.firstText(), shows);
  }

  /// The kernel's answer on a group of features.
  static Citation offload(NicCase nic, OffloadGroup group, boolean on) {
    Origin kernel = new Origin("kernel, features of " + nic.name());
    return new Citation(
        new Place.Whole(kernel),
        group.longName() + ": " + (on ? "on" : "off"),
        group.shortName() + " is " + (on ? "on" : "off") + " now");
  }

  static Citation setting(Setting setting) {
    String shows =
        setting.runsAtBoot()
            ? "keeps " + setting.group().shortName() + " " + (setting.on() ? "on" : "off")
            : "is not run at boot";
    return new Citation(setting.place(), setting.text(), shows + ": " + setting.runBy());
  }
}
