package dev.unhang.repair.persist;

import dev.unhang.config.ethtool.OffloadSwitch;
import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.OffloadLines;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.StraySetting;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.edit.EditResult;
import dev.unhang.repair.edit.ReplaceStanzaOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines of interfaces(5) that say the opposite of what is wanted, or say it of a name that is
/// gone.
final class StaleLines {
  private final Wanted wanted;

  StaleLines(Wanted wanted) {
    this.wanted = wanted;
  }

  /// The document with such lines made right. Without consent, throws EditRefused at the first that
  /// says the opposite; lines with a name that is gone then stay as they are.
  InterfacesDocument replaced(InterfacesFile file) {
    InterfacesDocument document = file.document();
    for (Stanza stanza : file.document().stanzas()) {
      if (stanza.keyword().equals("iface") && !stanza.arguments().isEmpty()) {
        String owner = stanza.arguments().getFirst();
        for (Option option : stanza.options()) {
          Optional<String> other = other(option, owner, document);
          if (other.isPresent()) {
            document = replace(document, file, owner, option, other.get());
          }
        }
      }
    }
    return document;
  }

  private InterfacesDocument replace(
      InterfacesDocument document, InterfacesFile file, String owner, Option option, String to) {
    String from = document.lines().get(option.firstLine()).text().strip();
    String place = file.path() + ":" + (option.firstLine() + 1);
    boolean opposes = opposes(option, owner);
    if (!wanted.allows(Consent.TAKE_OVER)) {
      if (!opposes) {
        return document;
      }
      throw new EditRefused(
          "keep values at boot",
          wanted.nicName(),
          place + " says the opposite: " + from,
          "change that line, or have it changed: " + Consent.TAKE_OVER.option());
    }
    return switch (new ReplaceStanzaOption(owner, from, to).apply(document)) {
      case EditResult.Edited<InterfacesDocument> edited -> edited.document();
      case EditResult.Unchanged<InterfacesDocument> unchanged -> document;
      case EditResult.Refused<InterfacesDocument> refused ->
          throw new EditRefused("change " + place, wanted.nicName(), refused.why(), refused.hint());
    };
  }

  /// What the line would have to say; empty where it is no such line.
  private Optional<String> other(Option option, String owner, InterfacesDocument document) {
    String text = document.lines().get(option.firstLine()).text().strip();
    String changed = text;
    if (opposes(option, owner)) {
      for (Tuning.Offload value : offloads()) {
        changed = turned(changed, value);
      }
    }
    if (owner.equals(wanted.nicName())) {
      for (StraySetting stray : wanted.nic().strays()) {
        if (stray.isGone() && stray.setting().text().equals(joined(option))) {
          changed = changed.replaceAll(" " + Pattern.quote(stray.named()) + "(?= )", " \\$IFACE");
        }
      }
    }
    return changed.equals(text) ? Optional.empty() : Optional.of(changed);
  }

  private static String joined(Option option) {
    return (option.name() + " " + option.value()).strip();
  }

  private List<Tuning.Offload> offloads() {
    return wanted.values().stream()
        .filter(Tuning.Offload.class::isInstance)
        .map(Tuning.Offload.class::cast)
        .toList();
  }

  private boolean opposes(Option option, String owner) {
    return OffloadLines.of(option, owner, wanted.nicName()).stream().anyMatch(this::opposes);
  }

  private boolean opposes(OffloadSwitch line) {
    return offloads().stream()
        .anyMatch(value -> value.group() == line.group() && value.on() != line.on());
  }

  /// With the group's word turned round, in whatever of its spellings.
  private static String turned(String text, Tuning.Offload value) {
    OffloadGroup group = value.group();
    String names = group.shortName() + "|" + group.longName();
    for (String feature : group.switchedApart()) {
      names = names + "|" + feature;
    }
    Pattern spelling =
        Pattern.compile(
            "(^|\\s)((?:"
                + names
                + ")|"
                + group.shortName()
                + "[-_]offload|offload[-_]"
                + group.shortName()
                + ")(\\s+)(on|off|yes|no)(?=\\s|$)");
    Matcher found = spelling.matcher(text);
    return found.replaceAll("$1$2$3" + value.value());
  }
}
