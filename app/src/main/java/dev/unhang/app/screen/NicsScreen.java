package dev.unhang.app.screen;

import dev.unhang.app.text.Lines;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Reading.Absent;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.net.IdleNic;
import dev.unhang.model.net.NicSettings;
import dev.unhang.model.net.NicSurvey;
import dev.unhang.model.net.SurveyedNic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Every NIC in a paragraph of its own, a label a line. A value that was not read says why: not
/// offered, denied, not read; a list that is empty says `none`, and 0 is 0.
public final class NicsScreen {
  private final NicSurvey survey;

  public NicsScreen(NicSurvey survey) {
    this.survey = survey;
  }

  public Lines lines() {
    Lines lines = new Lines();
    survey
        .guest()
        .ifPresent(kind -> {
          lines.plain("This is a guest, " + kind + ": what hangs is the host's NIC.");
          lines.plain("Run unhang there. What this guest itself sees:");
          lines.gap();
        });
    lines.folded(
        HardwareWords.machine(survey.machine())
            + survey.machineOrigin().map(HardwareWords::told).orElse(""));
    if (survey.nics().isEmpty()) {
      lines.plain("no NIC was found: no interface has a device behind it");
    }
    for (SurveyedNic nic : survey.nics()) {
      lines.gap();
      nic(lines, nic);
    }
    for (IdleNic nic : survey.withoutInterface()) {
      lines.gap();
      lines.folded(HardwareWords.idle(nic));
    }
    return lines;
  }

  private static void nic(Lines lines, SurveyedNic nic) {
    lines.folded(HardwareWords.title(nic));
    lines.labelled("trouble", CounterWords.trouble(nic));
    add(lines, "link", nic.link(), LinkWords::state);
    add(lines, "names", nic.link(), LinkWords::names);
    add(lines, "MAC", nic.link(), LinkWords::addresses);
    add(lines, "driver", nic.driver(), NicWords::driver);
    add(lines, "device", nic.device(), HardwareWords::device);
    nic.device()
        .known()
        .flatMap(HardwareWords::pcieLink)
        .ifPresent(link -> add(lines, "PCIe", link, HardwareWords::pcie));
    settings(lines, nic.settings());
    add(lines, "addresses", nic.addresses(), LinkWords::ownAddresses);
    add(lines, "users", nic.users(), LinkWords::users);
    add(lines, "traffic", nic.link(), CounterWords::traffic);
    add(lines, "queues", nic.counts().txQueues(), CounterWords::queues);
    add(lines, "statistics", nic.counts().statistics(), CounterWords::statistics);
    add(lines, "registers", nic.counts().registers(), CounterWords::registers);
    add(lines, "offloads", nic.offloads(), NicWords::offloads);
  }

  private static void settings(Lines lines, NicSettings settings) {
    List<String> lacking = new ArrayList<>();
    offered(lines, lacking, "driver says", settings.detection(), SettingWords::detection);
    offered(lines, lacking, "port", settings.port(), SettingWords::port);
    offered(lines, lacking, "speed", settings.modes(), SettingWords::speed);
    offered(lines, lacking, "advertised", settings.modes(), SettingWords::advertised);
    offered(lines, lacking, "partner", settings.modes(), SettingWords::partner);
    offered(lines, lacking, "EEE", settings.eee(), SettingWords::eee);
    offered(lines, lacking, "pause", settings.pause(), SettingWords::pause);
    offered(lines, lacking, "rings", settings.rings(), SettingWords::rings);
    offered(lines, lacking, "coalescing", settings.coalescing(), SettingWords::parameters);
    offered(lines, lacking, "priv flags", settings.privateFlags(), SettingWords::flags);
    offered(lines, lacking, "WoL", settings.wakeOnLan(), SettingWords::wakeOnLan);
    if (!lacking.isEmpty()) {
      String all = String.join(", ", lacking) + " (the kernel's answers: --json)";
      lines.labelled("not offered", all);
    }
  }

  /// Most drivers lack some settings: those share a line, so that the others stand out.
  private static <T> void offered(
      Lines lines,
      List<String> lacking,
      String label,
      Reading<T> reading,
      Function<T, String> words) {
    if (reading instanceof Absent<T> absent && absent.why() == WhyAbsent.NOT_OFFERED) {
      lacking.add(label);
    } else {
      add(lines, label, reading, words);
    }
  }

  private static <T> void add(
      Lines lines, String label, Reading<T> reading, Function<T, String> words) {
    String text =
        reading
            .known()
            .map(known -> words.apply(known) + told(label, reading))
            .orElseGet(() -> whyNot(reading));
    lines.labelled(label, text);
  }

  /// Devices, and what another system told, name their origin; for the rest, --json does.
  private static String told(String label, Reading<?> reading) {
    Optional<Origin> origin =
        switch (reading) {
          case Reading.Read<?> read -> Optional.of(read.origin());
          case Reading.Partly<?> partly -> Optional.of(partly.origin());
          case Absent<?> _, Reading.Unreadable<?> _ -> Optional.empty();
        };
    return origin
        .filter(from -> label.equals("device") || from.isOfRescueSystem())
        .map(HardwareWords::told)
        .orElse("");
  }

  private static String whyNot(Reading<?> reading) {
    return switch (reading) {
      case Absent<?> absent -> absent.why().word() + " (" + absent.hint() + ")";
      case Reading.Unreadable<?> broken -> "unreadable (" + broken.trouble() + ")";
      case Reading.Read<?> _, Reading.Partly<?> _ -> "";
    };
  }
}
