package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.StraySetting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A line switches segmentation offload off on an interface that is not there any more: the NIC has
/// got another name, and the line has not.
///
/// What speaks against: the name is an alternative one of the NIC, which ethtool takes as well.
///
/// Kernel: net/core/dev.c, dev_change_name(); net/ethtool/netlink.c, ethnl_parse_header_dev_get()
/// (v6.1)
public final class SettingNamesAnotherInterface implements Rule {
  private static final RuleId ID = new RuleId("setting-names-another-interface");
  private static final SourceId LINKS = new SourceId("links");
  private static final Set<String> DRIVERS = Set.of("e1000e", "e1000");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.now().isEmpty() || !nic.driver().map(DRIVERS::contains).orElse(false)) {
      return Optional.empty();
    }
    NicFacts now = nic.now().get();
    if (nic.isKeptOff(OffloadGroup.TSO)) {
      return byAlternativeName(nic, now);
    }
    List<StraySetting> strays =
        now.strays().stream()
            .filter(stray -> stray.setting().group() == OffloadGroup.TSO && !stray.setting().on())
            .toList();
    Optional<StraySetting> own =
        strays.stream().filter(stray -> stray.owner().equals(Optional.of(nic.name()))).findFirst();
    Optional<StraySetting> stray = own.or(() -> strays.stream().findFirst());
    if (stray.isEmpty() || !nic.tsoIsOn().orElse(true)) {
      return Optional.empty();
    }
    if (own.isEmpty() && !stray.get().isGone()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "a line names " + stray.get().named() + "; which interfaces there are was not read",
              Set.of(LINKS),
              "add the output of: ip -d addr"));
    }
    boolean isTheOnlyOne = nic.host().nics().size() == 1;
    return Optional.of(
        diagnosed(
            nic,
            stray.get(),
            own.isPresent() || isTheOnlyOne ? Confidence.LIKELY : Confidence.POSSIBLE));
  }

  private static Finding diagnosed(NicCase nic, StraySetting stray, Confidence confidence) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "a line switches segmentation offload off on "
            + stray.named()
            + (stray.isGone() ? ", which is not there" : ", not on this NIC"),
        confidence,
        List.of(
            new Citation(
                stray.setting().place(),
                stray.setting().text(),
                "names " + stray.named() + ", and this NIC is " + nic.name())),
        List.of(),
        false);
  }

  private static Optional<Finding> byAlternativeName(NicCase nic, NicFacts now) {
    List<String> names = now.seen().link().known().map(Link::alternativeNames).orElse(List.of());
    for (Setting line : nic.settings(OffloadGroup.TSO)) {
      for (String name : names) {
        if (line.runsAtBoot() && List.of(line.text().split("[\\s=]+")).contains(name)) {
          return Optional.of(
              new Finding.RuledOut(
                  ID,
                  nic.name(),
                  name + " is another name of this NIC",
                  List.of(Cite.setting(line))));
        }
      }
    }
    return Optional.empty();
  }
}
