package dev.unhang.findings.nic;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Setting;
import java.util.Optional;

/// Citations that several rules make.
public final class Cite {
  private static final Origin KERNEL = new Origin("kernel");

  private Cite() {}

  /// The first report of a hang.
  public static Citation firstReport(Episode episode, String shows) {
    return new Citation(episode.firstPlace(), episode.firstText(), shows);
  }

  /// The last report of a hang.
  public static Citation lastReport(Episode episode, String shows) {
    return new Citation(episode.lastPlace(), episode.firstText(), shows);
  }

  /// The kernel's answer on a group of features.
  public static Citation offload(NicCase nic, OffloadGroup group, boolean on) {
    return new Citation(
        new Place.Whole(nic.now().map(NicFacts::offloads).map(Cite::origin).orElse(KERNEL)),
        group.longName() + ": " + (on ? "on" : "off"),
        group.shortName() + " is " + (on ? "on" : "off") + " now");
  }

  /// The kernel's release, wherever it was read: a file, a program's output, the log's first line.
  public static Citation kernel(NicCase nic, String shows) {
    return new Citation(
        new Place.Whole(KERNEL), nic.host().machine().kernel().orElseThrow(), shows);
  }

  /// A reading of the host as it is now.
  ///
  /// @param text as the tool that shows it would print it
  public static Citation reading(Reading<?> reading, String text, String shows) {
    return new Citation(new Place.Whole(origin(reading)), text, shows);
  }

  /// What tells which chip it is: the host, else the line of a log.
  ///
  /// @param text as the tool that shows it would print it
  public static Citation chip(NicCase nic, String text, String shows) {
    Optional<Reading<NicDevice>> device =
        nic.now()
            .filter(now -> now.device().flatMap(NicDevice.Pci::chip).isPresent())
            .map(now -> now.seen().device());
    return device
        .map(reading -> reading(reading, text, shows))
        .orElseGet(() ->
            nic.toldChip()
                .map(told -> new Citation(told.place(), told.text(), shows))
                .orElseThrow());
  }

  /// Lines of the kernel log that report one fault.
  public static Citation fault(FaultLines lines, String shows) {
    return new Citation(lines.place(), lines.text(), shows);
  }

  /// Lines of the kernel log that say something of a NIC, or of the host.
  public static Citation notice(NoticeLines lines, String shows) {
    return new Citation(lines.place(), lines.text(), shows);
  }

  /// A register of a hang's report, or its header where that one was cut off.
  public static Citation register(Episode episode, Field field, String shows) {
    return new Citation(
        episode.firstPlace(),
        episode
            .dump()
            .text(field)
            .map(value -> field.label() + " <" + value + ">")
            .orElse(episode.firstText()),
        shows);
  }

  /// The kernel that was asked, or the text in which its answer was kept.
  private static Origin origin(Reading<?> reading) {
    return switch (reading) {
      case Reading.Read<?> read -> read.origin();
      case Reading.Partly<?> partly -> partly.origin();
      case Reading.Absent<?> absent -> KERNEL;
      case Reading.Unreadable<?> unreadable -> KERNEL;
    };
  }

  /// A feature, by its kernel name, as the kernel has it.
  public static Citation feature(NicCase nic, Offload feature) {
    return new Citation(
        new Place.Whole(nic.now().map(NicFacts::offloads).map(Cite::origin).orElse(KERNEL)),
        feature.name() + ": " + (feature.active() ? "on" : "off") + feature.mark(),
        feature.name() + " is " + (feature.active() ? "on" : "off") + " now");
  }

  /// A line of configuration.
  public static Citation setting(Setting setting) {
    String what = setting.feature().orElse(setting.group().shortName());
    String shows =
        switch (setting.atBoot()) {
          case RUN -> "keeps " + what + " " + (setting.on() ? "on" : "off");
          case NOT_RUN -> "is not run at boot";
          case NOT_KNOWN -> "may be run at boot";
        };
    return new Citation(setting.place(), setting.text(), shows + ": " + setting.runBy());
  }
}
